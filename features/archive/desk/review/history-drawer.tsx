import { formatInstant } from '@jianbao/ui'
import { Drawer } from 'antd'
import type { ReviewEntry } from '../../contract/index.ts'
import { dialogTexts } from './dialog.texts.ts'
import { reviewTexts } from './review.texts.ts'
import styles from './sheets.module.css'
import { arrowBefore } from './use-edit-words.ts'

type HistoryDrawerProps = {
  readonly open: boolean
  readonly history: readonly ReviewEntry[]
  readonly onClose: () => void
}

/** Who changed what and when, the newest first. */
export function HistoryDrawer({ open, history, onClose }: HistoryDrawerProps) {
  const t = reviewTexts.useTexts()
  const td = dialogTexts.useTexts()
  return (
    <Drawer
      open={open}
      title={t('history')}
      size={420}
      onClose={onClose}
      destroyOnHidden
      classNames={{ body: styles['sheet'] ?? '' }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={t('history')}>
        {history.length === 0 ? <p>{t('historyEmpty')}</p> : null}
        <ol className={styles['history']}>
          {history.map(entry => (
            <li key={entry.seq} data-undone={entry.undone}>
              <p>
                <strong>{entry.edit ? td(`edit.${entry.edit.act}`) : t(`deed.${deedOf(entry)}`)}</strong>
                {entry.undone ? <em>{t('historyUndone')}</em> : null}
              </p>
              {entry.before || entry.after ? (
                <p className={styles['change']}>
                  {entry.before ? <del>{entry.before}</del> : null}
                  {entry.before && entry.after ? arrowBefore(entry.after) : null}
                  {entry.after ? <ins>{entry.after}</ins> : null}
                </p>
              ) : null}
              <p className={styles['by']}>
                {entry.by} · {formatInstant(entry.at)}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </Drawer>
  )
}

function deedOf({ deed }: ReviewEntry): 'accept' | 'reopen' {
  return deed === 'reopen' ? 'reopen' : 'accept'
}
