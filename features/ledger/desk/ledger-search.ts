import { unitKinds } from '@jianbao/organisation/contract'
import { choiceParam, flagParam, integerParam, present, uuidParam } from '@jianbao/ui'
import {
  type CoverageQuery,
  coverageLines,
  type EntryQuery,
  entryGroups,
  entryOrders,
} from '../contract/index.ts'

const shared = (search: Record<string, unknown>) => ({
  campaign: uuidParam(search['campaign']),
  unit: uuidParam(search['unit']),
  kind: choiceParam(search['kind'], unitKinds),
  task: uuidParam(search['task']),
  page: integerParam(search['page'], 1, 100_000),
  /** The task of a unit whose panel is open. */
  item: uuidParam(search['item']),
})

/** The filters of the matrix as they stand in the address. */
export type CoverageSearch = Omit<CoverageQuery, 'under' | 'pageSize'> & {
  readonly unit?: string
  readonly item?: string
  readonly look?: 'heat'
}

export function readCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  return present({
    ...shared(search),
    lines: choiceParam(search['lines'], coverageLines),
    look: choiceParam(search['look'], ['heat'] as const),
  })
}

/** What the API is asked for them. */
export function coverageQueryOf({ unit, item: _, look: __, ...filters }: CoverageSearch): CoverageQuery {
  return { ...filters, ...(unit ? { under: unit } : {}) }
}

/** The filters of the list. */
export type GapSearch = Omit<EntryQuery, 'under' | 'pageSize'> & {
  readonly unit?: string
  readonly item?: string
}

export function readGapSearch(search: Record<string, unknown>): GapSearch {
  return present({
    ...shared(search),
    only: flagParam(search['only']),
    period: integerParam(search['period'], 0, 999_999),
    group: choiceParam(search['group'], entryGroups),
    sort: choiceParam(search['sort'], entryOrders),
  })
}

/** `only` means nothing without a unit, a period nothing without its task. */
export function entryQueryOf({ unit, item: _, only, period, ...filters }: GapSearch): EntryQuery {
  return {
    ...filters,
    ...(unit ? { under: unit, ...(only ? { only } : {}) } : {}),
    ...(filters.task && period !== undefined ? { period } : {}),
  }
}

/** How many filters are set beside the campaign. */
export function countFilters({ unit, kind, task }: CoverageSearch | GapSearch): number {
  return [unit, kind, task].filter(value => value !== undefined).length
}
