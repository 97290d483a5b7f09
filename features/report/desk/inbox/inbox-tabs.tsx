import { formatCount, ListTabs } from '@jianbao/ui'
import { type InboxPage, type InboxTab, inboxCountedTo, inboxTabs } from '../../contract/index.ts'
import { inboxTexts } from './inbox.texts.ts'

type InboxTabsProps = {
  readonly chosen: InboxTab
  readonly counted: Pick<InboxPage, 'counts' | 'more'> | undefined
  readonly onChoose: (tab: InboxTab) => void
}

/** States with the number in each, under the filters in force. */
export function InboxTabs({ chosen, counted, onChoose }: InboxTabsProps) {
  const t = inboxTexts.useTexts()
  const numberOf = (tab: InboxTab): string => {
    if (!counted) return ''
    const { counts, more } = counted
    return `${formatCount(counts[tab])}${more && counts[tab] >= inboxCountedTo ? '+' : ''}`
  }
  return (
    <ListTabs
      label={t('tabs')}
      chosen={chosen}
      onChoose={onChoose}
      tabs={inboxTabs.map(tab => ({ tab, words: t(`tab.${tab}`), count: numberOf(tab) }))}
    />
  )
}
