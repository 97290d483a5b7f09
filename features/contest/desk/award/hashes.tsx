import { App, Button } from 'antd'
import styles from './award.module.css'
import { awardTexts } from './award.texts.ts'

type HashesProps = {
  /** What they are of: goes before them where they are copied. */
  readonly title: string
  readonly rows: readonly (readonly [name: string, hash: string])[]
}

/** Hashes to be read out, copied and put up on the wall. */
export function Hashes({ title, rows }: HashesProps) {
  const t = awardTexts.useTexts()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText([title, ...rows.map(([name, hash]) => `${name} ${hash}`)].join('\n'))
    void message.success(t('copied'))
  }
  return (
    <div className={styles['hashes']}>
      <dl>
        {rows.map(([name, hash]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code className={styles['code']}>{hash}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  )
}
