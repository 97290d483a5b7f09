import { useProblemText } from '@jianbao/ui'
import { Button } from 'antd'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'

/** Where the words are and since when: on this device, on the server. */
export function SaveLine({ state, keeper }: { readonly state: KeeperState; readonly keeper: DraftKeeper }) {
  const t = formTexts.useTexts()
  const text = useProblemText()
  const { device, server } = state
  const here = device === 'failed' ? t('deviceFailed') : device ? t('deviceAt', { time: timeOf(device) }) : ''
  const there =
    server.state === 'saved'
      ? t('serverAt', { time: timeOf(server.at) })
      : server.state === 'refused'
        ? text(server.problem)
        : t(`server.${server.state}`)
  const trouble = server.state !== 'saved' && server.state !== 'waiting' && server.state !== 'saving'
  return (
    <p
      className={styles['saved']}
      role="status"
      data-trouble={trouble || undefined}
      data-safe={server.state === 'saved' || undefined}
    >
      <span>{there}</span>
      {here ? <span>{here}</span> : null}
      {server.state === 'offline' ? (
        <Button size="small" type="link" onClick={() => keeper.retry()}>
          {t('tryNow')}
        </Button>
      ) : null}
    </p>
  )
}

function timeOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`
}
