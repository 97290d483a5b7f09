/** Names of what reports are sorted by: keys of the packs of several campaigns, the open ones first. */
import type { InboxCampaign, InboxWords } from '../../contract/index.ts'

type Named = { readonly id: string; readonly name: string }
type Sorted = { readonly campaignId: string | null }

const campaignOf = (words: InboxWords | undefined, { campaignId }: Sorted): InboxCampaign | undefined =>
  words?.campaigns.find(({ id }) => id === campaignId)

export const columnsOf = (words: InboxWords | undefined, report: Sorted): readonly Named[] =>
  campaignOf(words, report)?.columns ?? []

const nameIn = (list: readonly Named[] | undefined, key: string): string =>
  list?.find(({ id }) => id === key)?.name ?? key

export const columnName = (words: InboxWords | undefined, report: Sorted, key: string): string =>
  nameIn(campaignOf(words, report)?.columns, key)
export const typeName = (words: InboxWords | undefined, report: Sorted, key: string | null): string =>
  key === null ? '' : nameIn(campaignOf(words, report)?.types, key)
export const measureName = (words: InboxWords | undefined, report: Sorted, key: string): string =>
  nameIn(campaignOf(words, report)?.measures, key)

/** Of all campaigns, each key once. */
export function allOf(words: InboxWords | undefined, what: 'types' | 'columns'): Named[] {
  const byId = new Map<string, Named>()
  for (const campaign of words?.campaigns ?? [])
    for (const named of campaign[what]) if (!byId.has(named.id)) byId.set(named.id, named)
  return [...byId.values()]
}
