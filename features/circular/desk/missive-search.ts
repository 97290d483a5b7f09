import { readDeliverySearch } from '@jianbao/edition/desk/parts'
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type MissiveKind,
  type MissiveQuery,
  type MissiveTab,
  missiveKinds,
  missiveTabs,
  mostChosen,
} from '../contract/index.ts'

export function readMissiveSearch(search: Record<string, unknown>): MissiveQuery {
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], missiveKinds),
    tab: choiceParam<MissiveTab>(search['tab'], missiveTabs),
    unit: uuidParam(search['unit']),
    to: uuidParam(search['to']),
    batch: uuidParam(search['batch']),
    item: uuidParam(search['item']),
    year: integerParam(search['year'], 2000, 2100),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What a document is drafted from: chosen items, or the filters of the ledger's list as they stood there. */
export type DraftSearch = {
  readonly send?: MissiveKind
  readonly issuer?: string
  readonly items?: string
} & Readonly<Record<string, string | undefined>>

const filterNames = [
  ...['ledger', 'kind', 'campaign', 'matter', 'task', 'under', 'unit', 'unitKind', 'lead', 'state', 'light'],
  ...['group', 'q', 'dueFrom', 'dueTo', 'as', 'milestoneDay', 'recheckDay'],
] as const

export function readDraftSearch(search: Record<string, unknown>): DraftSearch {
  const items = textParam(search['items'], mostChosen * 37)
  const filters = Object.fromEntries(filterNames.map(name => [name, textParam(search[name], 60)]))
  return present({
    ...filters,
    send: choiceParam(search['send'], missiveKinds),
    issuer: uuidParam(search['issuer']),
    items: items
      ?.split(',')
      .filter(id => uuidParam(id))
      .slice(0, mostChosen)
      .join(','),
  }) as DraftSearch
}

/** The same without what is not a filter of the ledger's list. */
export function filtersOf({
  send: _,
  issuer: __,
  items: ___,
  ...filters
}: DraftSearch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

export const readMissivePageSearch = readDeliverySearch
