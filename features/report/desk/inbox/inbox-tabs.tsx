import { formatCount } from '@jianbao/ui'
import { type InboxPage, type InboxTab, inboxTabs } from '../../contract/index.ts'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'

type InboxTabsProps = {
  readonly chosen: InboxTab
  readonly counts: InboxPage['counts'] | undefined
  readonly onChoose: (tab: InboxTab) => void
}

/** States with the number in each, under the filters in force. */
export function InboxTabs({ chosen, counts, onChoose }: InboxTabsProps) {
  const t = inboxTexts.useTexts()
  return (
    <fieldset className={styles['tabs']} aria-label={t('tabs')}>
      {inboxTabs.map(tab => (
        <button key={tab} type="button" aria-pressed={tab === chosen} onClick={() => onChoose(tab)}>
          {t(`tab.${tab}`)} <span className={styles['count']}>{counts ? formatCount(counts[tab]) : ''}</span>
        </button>
      ))}
    </fieldset>
  )
}
