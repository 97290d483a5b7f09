import { Button } from 'antd'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopKeeper, StopState } from './stop-keeper.ts'
import type { StopPhotos } from './stop-photos.ts'
import { isWhole } from './stop-pieces.ts'

type SendLineProps = {
  readonly keeper: StopKeeper
  readonly kept: StopState
  readonly photos: StopPhotos
}

/** Where the words are: on this device, on their way, with the server. */
export function SendLine({ keeper, kept, photos }: SendLineProps) {
  const t = stopTexts.useTexts()
  const { pending, line, device, sentAt, ending, endRefusal } = kept
  const halves = pending.filter(piece => !isWhole(piece)).length
  const refused = pending.filter(({ refusal }) => refusal !== null)
  const disputed = pending.filter(piece => piece.disputed).length
  const count = pending.length - halves - refused.length - disputed + (ending ? 1 : 0) + photos.waiting
  const trouble = line === 'offline' || line === 'signed-out' || refused.length > 0 || disputed > 0
  const again = line === 'offline' || refused.length > 0
  const there =
    count === 0
      ? pending.length > 0
        ? null
        : sentAt
          ? t('sent', { time: timeOf(sentAt) })
          : t('allSent')
      : line === 'offline'
        ? t('offline', { count })
        : line === 'signed-out'
          ? t('signedOut', { count })
          : line === 'sending'
            ? t('sending', { count })
            : t('waiting', { count })
  return (
    <div className={styles['sendLine']} data-trouble={trouble || undefined}>
      <p role="status">
        {there ? <strong>{there}</strong> : null}
        {device === 'failed' ? (
          <span>{t('deviceFailed')}</span>
        ) : device ? (
          <span>{t('onDevice', { time: timeOf(device) })}</span>
        ) : null}
        {halves > 0 ? <span>{t('halfLeft', { count: halves })}</span> : null}
        {disputed > 0 ? <span>{t('disputed', { count: disputed })}</span> : null}
        {refused.length > 0 ? (
          <span>
            {t('refusedLeft', { count: refused.length })}：{refused[0]!.refusal}
          </span>
        ) : null}
        {endRefusal ? <span>{endRefusal}</span> : null}
      </p>
      {again ? (
        <Button
          size="small"
          onClick={() => {
            keeper.retry()
            photos.retry()
          }}
        >
          {t('tryNow')}
        </Button>
      ) : null}
    </div>
  )
}

function timeOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`
}
