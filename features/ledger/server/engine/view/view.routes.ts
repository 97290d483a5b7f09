import type { Caller, Scope } from '@jianbao/platform/access'
import { type Clock, localDay, nextDay } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  BoardQuery,
  CalendarQuery,
  ItemBoard,
  ItemCalendar,
  ItemFilter,
  ItemMatrix,
  ItemStatistics,
  ItemTimeline,
  ledgerReaders,
  MatrixFilter,
  MatrixQuery,
  StatisticsQuery,
  TimelineQuery,
} from '../../../contract/index.ts'
import { calendarFile } from './calendar-file.ts'
import { readBoard } from './read-board.ts'
import { listCalendar, readCalendar } from './read-calendar.ts'
import { readMatrix } from './read-matrix.ts'
import { readStatistics } from './read-statistics.ts'
import { readTimeline } from './read-timeline.ts'
import { matrixBook, statisticsBook } from './view-books.ts'

const shared = { tags: ['ledger'], access: ledgerReaders } as const
const viewerOf = (scope: Scope, caller: Caller | null) => ({ scope, person: caller!.person })
/** What a calendar holds: the quarter behind and the year ahead. */
const [daysBehind, daysAhead] = [90, 366]

/** Items of ledgers as board, matrix, timeline, calendar and statistics. */
export function viewRoutes({ clock }: { readonly clock: Clock }): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...shared,
      operationId: 'readLedgerBoard',
      method: 'GET',
      path: '/api/ledger-board',
      summary: 'Items by state: how many, and the most urgent cards of each; further cards page by page',
      audit: null,
      schema: { query: BoardQuery, response: { 200: ItemBoard } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => readBoard(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'readLedgerMatrix',
      method: 'GET',
      path: '/api/ledger-matrix',
      summary: 'Units and matters: the light of one item, or how many items have which; one page of both',
      audit: null,
      schema: { query: MatrixQuery, response: { 200: ItemMatrix } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => readMatrix(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportLedgerMatrix',
      method: 'POST',
      path: '/api/ledger-matrix/export',
      summary: 'The whole matrix under the filters as an Excel workbook',
      audit: 'ledger.export-matrix',
      schema: { body: MatrixFilter, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const matrix = await act(null, async (tx, scope, entry) => {
          const found = await readMatrix(tx, viewerOf(scope, caller), { ...body, whole: true }, today())
          entry.words = `台账矩阵 ${found.rows.length} 行`
          entry.after = { filters: body, rows: found.rows.length }
          return found
        })
        return sendSheet(reply, '台账矩阵.xlsx', matrixBook(matrix))
      },
    }),
    defineRoute({
      ...shared,
      operationId: 'readLedgerTimeline',
      method: 'GET',
      path: '/api/ledger-timeline',
      summary: 'Items from their start to their deadline with milestones and extensions, one page',
      audit: null,
      schema: { query: TimelineQuery, response: { 200: ItemTimeline } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => readTimeline(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'readLedgerCalendar',
      method: 'GET',
      path: '/api/ledger-calendar',
      summary: 'The days of a month with deadlines, milestones and rechecks',
      audit: null,
      schema: { query: CalendarQuery, response: { 200: ItemCalendar } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => readCalendar(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportLedgerCalendar',
      method: 'POST',
      path: '/api/ledger-calendar/export',
      summary: 'Deadlines, milestones and rechecks under the filters as an iCalendar file',
      audit: 'ledger.export-calendar',
      schema: { body: ItemFilter, response: { 200: { mediaTypes: ['text/calendar'] } } },
      handler: async ({ body, act, caller, reply }) => {
        const entries = await act(null, async (tx, scope, entry) => {
          const stretch = { from: nextDay(today(), -daysBehind), to: nextDay(today(), daysAhead) }
          const found = await listCalendar(tx, viewerOf(scope, caller), body, { today: today(), ...stretch })
          entry.words = `台账日历 ${found.length} 条`
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return reply
          .header('content-disposition', attachment('台账日历.ics'))
          .header('cache-control', 'no-store')
          .type('text/calendar; charset=utf-8')
          .send(calendarFile(entries, clock.now()))
      },
    }),
    defineRoute({
      ...shared,
      operationId: 'readLedgerStatistics',
      method: 'GET',
      path: '/api/ledger-statistics',
      summary:
        'Open, done, overdue, closed late, reopened, flagged and days to close, line by line and together',
      audit: null,
      schema: { query: StatisticsQuery, response: { 200: ItemStatistics } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => readStatistics(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportLedgerStatistics',
      method: 'POST',
      path: '/api/ledger-statistics/export',
      summary: 'The statistics under the filters as an Excel workbook',
      audit: 'ledger.export-statistics',
      schema: { body: StatisticsQuery, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const statistics = await act(null, async (tx, scope, entry) => {
          const found = await readStatistics(tx, viewerOf(scope, caller), body, today())
          entry.words = `台账统计 ${found.rows.length} 行`
          entry.after = { filters: body, rows: found.rows.length }
          return found
        })
        return sendSheet(reply, '台账统计.xlsx', statisticsBook(statistics))
      },
    }),
  ]
}
