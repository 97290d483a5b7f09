import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type PersonQuery, personOrders, personStates, roleNames } from '../../contract/index.ts'

export const stateChoices = [...personStates, 'all'] as const
export const accountChoices = ['open', 'locked', 'none'] as const

/** The filters as they stand in the address. */
export type PersonSearch = Omit<PersonQuery, 'under' | 'pageSize'> & { readonly unit?: string }

export function readPersonSearch(search: Record<string, unknown>): PersonSearch {
  return present({
    q: textParam(search['q'], 100),
    unit: uuidParam(search['unit']),
    only: flagParam(search['only']),
    role: choiceParam(search['role'], [...roleNames, 'none']),
    state: choiceParam(search['state'], stateChoices),
    account: choiceParam(search['account'], accountChoices),
    sort: choiceParam(search['sort'], personOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What the API is asked for them; `only` means nothing without a unit. */
export function personQueryOf({ unit, only, ...filters }: PersonSearch): PersonQuery {
  return { ...filters, ...(unit ? { under: unit, ...(only ? { only } : {}) } : {}) }
}

/** How many filters beside the words are set. */
export function countFilters({ unit, role, state, account }: PersonSearch): number {
  return [unit, role, state, account].filter(value => value !== undefined).length
}
