import { type Clock, localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { BoardQuery, ItemBoard, ledgerReaders } from '../../../contract/index.ts'
import { readBoard } from './read-board.ts'

const shared = { tags: ['ledger'], access: ledgerReaders } as const

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
        read((tx, scope) => readBoard(tx, { scope, person: caller!.person }, query, today())),
    }),
  ]
}
