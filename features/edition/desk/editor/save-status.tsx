import { formatInstant, useProblemText } from '@jianbao/ui'
import { Button } from 'antd'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import type { ItemKeeper, ItemState } from './item-keeper.ts'

type SaveStatusProps = {
  readonly state: ItemState
  readonly keeper: ItemKeeper
  readonly readOnly: boolean
}

/** Where the words are: with the server, or only here, and why. */
export function SaveStatus({ state: { server, deviceFailed }, keeper, readOnly }: SaveStatusProps) {
  const t = editorTexts.useTexts()
  const text = useProblemText()
  const words =
    server.state === 'refused'
      ? t('saveRefused', { reason: text(server.problem) })
      : server.state === 'saved'
        ? t(readOnly ? 'save.readOnly' : 'save.saved', {
            time: formatInstant(server.at.toISOString()).slice(11),
          })
        : t(`save.${server.state}`)
  const trouble = !['saved', 'waiting', 'saving'].includes(server.state)
  return (
    <p
      className={styles['status']}
      role="status"
      data-state={server.state}
      data-trouble={trouble || undefined}
    >
      <span>{words}</span>
      {server.state === 'offline' || server.state === 'refused' ? (
        <Button size="small" type="link" onClick={() => keeper.retry()}>
          {t('saveNow')}
        </Button>
      ) : null}
      {deviceFailed && server.state !== 'saved' ? <span>{t('deviceFailed')}</span> : null}
    </p>
  )
}
