/** The inbox as it stands in the address: filters, the tab, and the report that is read. */
import { choiceParam, dayParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { claimChoices, type InboxQuery, inboxOrders, inboxTabs } from '../../contract/index.ts'

type Listed = Omit<InboxQuery, 'under' | 'tab' | 'type' | 'pageSize' | 'campaignId'>
export type InboxSearch = Listed & {
  readonly state?: InboxQuery['tab']
  readonly unit?: string
  readonly type?: string
  /** The report that is shown beside the list. */
  readonly report?: string
}

export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const taskId = uuidParam(search['taskId'])
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], inboxTabs),
    unit: uuidParam(search['unit']),
    type: textParam(search['type'], 40),
    taskId,
    // Of a task; without one it means nothing.
    periodNo: taskId ? integerParam(search['periodNo'], 1, 999_999) : undefined,
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    arrivedFrom: dayParam(search['arrivedFrom']),
    arrivedTo: dayParam(search['arrivedTo']),
    photos: flagParam(search['photos']),
    figures: flagParam(search['figures']),
    commissioned: flagParam(search['commissioned']),
    column: textParam(search['column'], 40),
    claim: choiceParam(search['claim'], claimChoices),
    desk: uuidParam(search['desk']),
    sort: choiceParam(search['sort'], inboxOrders),
    page: integerParam(search['page'], 1, 100_000),
    report: uuidParam(search['report']),
  })
}

/** What the API is asked for them. */
export function inboxQueryOf({ unit, type, state, report: _, ...filters }: InboxSearch): InboxQuery {
  return {
    ...filters,
    ...(state ? { tab: state } : {}),
    ...(unit ? { under: unit } : {}),
    ...(type ? { type: [type] } : {}),
  }
}

const rare = [
  'from',
  'to',
  'arrivedFrom',
  'arrivedTo',
  'photos',
  'figures',
  'commissioned',
  'column',
  'desk',
] as const
const usual = ['unit', 'type', 'taskId', 'claim'] as const

/** How many filters are set beside the words and the tab: all, and those behind “more”. */
export function countFilters(search: InboxSearch): { all: number; rare: number } {
  const set = (keys: readonly (keyof InboxSearch)[]) => keys.filter(key => search[key] !== undefined).length
  return { all: set(rare) + set(usual), rare: set(rare) }
}

export const noFilters = Object.fromEntries(
  ['q', 'periodNo', ...rare, ...usual].map(key => [key, undefined]),
) as { [K in keyof InboxSearch]?: undefined }
