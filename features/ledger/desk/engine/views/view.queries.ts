import { send } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  BoardQuery,
  CalendarQuery,
  ItemBoard,
  ItemCalendar,
  ItemMatrix,
  ItemStatistics,
  ItemTimeline,
  MatrixQuery,
  StatisticsQuery,
  TimelineQuery,
} from '../../../contract/index.ts'
import { itemsKey } from '../item/item.queries.ts'

function viewQuery<Answer, Query extends object>(view: string, query: Query) {
  return queryOptions({
    queryKey: [itemsKey, view, query],
    queryFn: async ({ signal }): Promise<Answer> => {
      const response = await send('GET', `/api/ledger-${view}`, {
        query: { ...query } as Record<string, unknown>,
        signal,
      })
      return (await response.json()) as Answer
    },
    placeholderData: keepPreviousData,
  })
}

export const boardQuery = (query: BoardQuery) => viewQuery<ItemBoard, BoardQuery>('board', query)
export const matrixQuery = (query: MatrixQuery) => viewQuery<ItemMatrix, MatrixQuery>('matrix', query)
export const timelineQuery = (query: TimelineQuery) =>
  viewQuery<ItemTimeline, TimelineQuery>('timeline', query)
export const calendarQuery = (query: CalendarQuery) =>
  viewQuery<ItemCalendar, CalendarQuery>('calendar', query)
export const statisticsQuery = (query: StatisticsQuery) =>
  viewQuery<ItemStatistics, StatisticsQuery>('statistics', query)

export async function fetchCards(query: BoardQuery): Promise<ItemBoard> {
  return (await (await send('GET', '/api/ledger-board', { query: { ...query } })).json()) as ItemBoard
}
