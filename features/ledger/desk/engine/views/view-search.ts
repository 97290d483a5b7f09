/** What each view reads from the address: the filters of the list, and its own. */
import { choiceParam, integerParam, present } from '@jianbao/ui'
import { coverageLines, type ItemFilter, statisticsLines, timelineGroups } from '../../../contract/index.ts'
import { readItemFilter } from '../list/list-search.ts'

const page = (search: Record<string, unknown>, name = 'page') => integerParam(search[name], 1, 100_000)

export type ViewSearch = ItemFilter
export type MatrixSearch = ViewSearch & {
  readonly lines?: (typeof coverageLines)[number]
  readonly page?: number
  readonly columnPage?: number
}
export type TimelineSearch = ViewSearch & {
  readonly by?: (typeof timelineGroups)[number]
  readonly zoom?: 'week' | 'month'
  readonly look?: 'table'
  readonly page?: number
}
export type CalendarSearch = ViewSearch & { readonly month?: string }
export type StatisticsSearch = ViewSearch & { readonly by?: (typeof statisticsLines)[number] }

export const readViewSearch = (search: Record<string, unknown>): ViewSearch => readItemFilter(search)

export const readMatrixSearch = (search: Record<string, unknown>): MatrixSearch =>
  present({
    ...readItemFilter(search),
    lines: choiceParam(search['lines'], coverageLines),
    page: page(search),
    columnPage: page(search, 'columnPage'),
  })

export const readTimelineSearch = (search: Record<string, unknown>): TimelineSearch =>
  present({
    ...readItemFilter(search),
    by: choiceParam(search['by'], timelineGroups),
    zoom: choiceParam(search['zoom'], ['week', 'month'] as const),
    look: choiceParam(search['look'], ['table'] as const),
    page: page(search),
  })

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { month } = search
  const known = typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined
  return present({ ...readItemFilter(search), month: known })
}

export const readStatisticsSearch = (search: Record<string, unknown>): StatisticsSearch =>
  present({ ...readItemFilter(search), by: choiceParam(search['by'], statisticsLines) })

/** How many filters are set. */
export const countSet = (filter: ItemFilter): number =>
  Object.values(readItemFilter(filter as Record<string, unknown>)).filter(value => value !== undefined).length
