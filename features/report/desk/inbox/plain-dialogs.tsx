import type { InboxDone } from '../../contract/index.ts'
import styles from './dialog.module.css'
import { DialogFrame } from './dialog-frame.tsx'
import { inboxTexts } from './inbox.texts.ts'

/** What of many was not done, and why. */
export function OutcomeDialog({ outcome, onClose }: { outcome: InboxDone; onClose: () => void }) {
  const t = inboxTexts.useTexts()
  const count = outcome.done.length
  return (
    <DialogFrame title={t('bulkRefused')} onClose={onClose}>
      <p>{count ? t('bulkRefusedNote', { count }) : t('bulkNone')}</p>
      <ul className={styles['outcome']}>
        {outcome.refused.map(({ id, title, reason }) => (
          <li key={id}>
            <strong>{title || '–'}</strong>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}

const keys = [
  ['j / k / ↓ / ↑', 'keys.next'],
  ['Enter', 'keys.open'],
  ['a', 'keys.adopt'],
  ['e', 'keys.accept'],
  ['s', 'keys.keep'],
  ['r', 'keys.return'],
  ['f', 'keys.forward'],
  ['u', 'keys.undo'],
  ['x', 'keys.select'],
  ['c', 'keys.claim'],
  ['/', 'keys.search'],
  ['?', 'keys.help'],
  ['Esc', 'keys.leave'],
] as const

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = inboxTexts.useTexts()
  return (
    <DialogFrame title={t('help')} width={440} onClose={onClose}>
      <dl className={styles['keys']}>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </DialogFrame>
  )
}
