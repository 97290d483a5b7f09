import { formatInstant } from '@jianbao/ui'
import { App, Button } from 'antd'
import type { Draw } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

type CommitmentCardProps = { readonly draw: Draw; readonly commit: NonNullable<Draw['commit']> }

/** The two hashes, to be read out, copied, printed and put up on the wall. */
export function CommitmentCard({ draw, commit }: CommitmentCardProps) {
  const t = drawTexts.useTexts()
  const { message } = App.useApp()
  const copy = async () => {
    const lines = [draw.name, `${t('registerHash')} ${commit.register}`, `${t('seedHash')} ${commit.seed}`]
    await navigator.clipboard.writeText(lines.join('\n'))
    void message.success(t('copied'))
  }
  return (
    <section className={styles['card']} aria-labelledby="draw-commitment">
      <h2 id="draw-commitment">{t('commitment')}</h2>
      {draw.committedAt ? (
        <p className={styles['note']}>{t('committedAt', { at: formatInstant(draw.committedAt) })}</p>
      ) : null}
      <dl className={styles['hashes']}>
        <dt>{t('registerHash')}</dt>
        <dd>
          <code>{commit.register}</code>
        </dd>
        <dt>{t('seedHash')}</dt>
        <dd>
          <code>{commit.seed}</code>
        </dd>
      </dl>
      <p className={styles['note']}>{t('commitmentMeaning')}</p>
      <div className={`${styles['buttons']} ${styles['unprinted']}`}>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <a href={`/draws/${draw.id}`} target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
        <a href={`/draws/${draw.id}/file`} download>
          {t(draw.drawnAt === null ? 'file' : 'fileDrawn')}
        </a>
      </div>
    </section>
  )
}
