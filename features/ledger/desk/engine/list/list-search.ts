import { unitKinds } from '@jianbao/organisation/contract'
import { choiceParam, dayParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type ItemFilter,
  type ItemGroup,
  type ItemQuery,
  type ItemTab,
  itemGroups,
  itemLights,
  itemOrders,
  itemRanges,
  itemStates,
  ledgerKinds,
} from '../../../contract/index.ts'

/** The filters that every view of items reads from the address, under the names of the API. */
export function readItemFilter(search: Record<string, unknown>): ItemFilter {
  return present({
    ledger: uuidParam(search['ledger']),
    kind: choiceParam(search['kind'], ledgerKinds),
    campaign: uuidParam(search['campaign']),
    matter: uuidParam(search['matter']),
    task: uuidParam(search['task']),
    under: uuidParam(search['under']),
    unit: uuidParam(search['unit']),
    unitKind: choiceParam(search['unitKind'], unitKinds),
    as: choiceParam(search['as'], itemRanges),
    lead: uuidParam(search['lead']),
    state: choiceParam(search['state'], itemStates),
    light: choiceParam(search['light'], itemLights),
    group: choiceParam(search['group'], itemGroups),
    q: textParam(search['q'], 60),
    dueFrom: dayParam(search['dueFrom']),
    dueTo: dayParam(search['dueTo']),
    milestoneDay: dayParam(search['milestoneDay']),
    recheckDay: dayParam(search['recheckDay']),
  })
}

/** The list has a tab besides for everything. */
export type ItemSearch = Omit<ItemQuery, 'group' | 'pageSize'> & { readonly group?: ItemGroup | 'all' }

export function readItemSearch(search: Record<string, unknown>): ItemSearch {
  const { group, ...filters } = readItemFilter(search)
  return present({
    ...filters,
    group: group ?? choiceParam(search['group'], ['all'] as const),
    order: choiceParam(search['order'], itemOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What is still to be done, unless something else is asked for. */
export function tabOf({ group, state, light }: ItemSearch): ItemTab | ItemGroup {
  return group ?? (state || light ? 'all' : 'open')
}

export function itemQueryOf(search: ItemSearch): ItemQuery {
  const { group: _, ...rest } = search
  const tab = tabOf(search)
  return tab === 'all' ? rest : { ...rest, group: tab }
}

/** The filters alone, as exports and deeds for all of them take them. */
export function filterOf(search: ItemSearch): ItemFilter {
  const { page: _, order: __, pageSize: ___, ...filter } = itemQueryOf(search)
  return filter
}

/** How many are set beside the tab, the switch and the words. */
export function countFilters(search: ItemSearch): number {
  const { group: _, as: __, q: ___, order: ____, page: _____, ...rest } = search
  return Object.values(rest).filter(value => value !== undefined).length
}

export const noFilters = {
  ledger: undefined,
  kind: undefined,
  campaign: undefined,
  matter: undefined,
  task: undefined,
  under: undefined,
  unit: undefined,
  unitKind: undefined,
  lead: undefined,
  state: undefined,
  light: undefined,
  q: undefined,
  dueFrom: undefined,
  dueTo: undefined,
  milestoneDay: undefined,
  recheckDay: undefined,
} as const
