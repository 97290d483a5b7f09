import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  BulkDone,
  BulkWish,
  ItemCounts,
  ItemExport,
  ItemFilter,
  ItemPage,
  ItemQuery,
  ledgerActors,
  ledgerReaders,
} from '../../../contract/index.ts'
import { askerOf } from '../engine.routes.ts'
import { actOnMany } from './act-on-many.ts'
import { beginItemExport, writeItems } from './export-items.ts'
import { type SheetServices, sheetRoutes } from './import.routes.ts'
import { countTabs, listItems } from './list-items.ts'

const shared = { tags: ['ledger'], access: ledgerReaders } as const

/** Items of ledgers as a list: pages, counts of its tabs. */
export function listRoutes(services: SheetServices): Route[] {
  const { clock } = services
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...shared,
      operationId: 'listLedgerItems',
      method: 'GET',
      path: '/api/ledger-items',
      summary: 'Items of ledgers under filters, one page',
      audit: null,
      schema: { query: ItemQuery, response: { 200: ItemPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listItems(tx, { scope, person: caller!.person }, query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'countLedgerItems',
      method: 'GET',
      path: '/api/ledger-item-counts',
      summary: 'How many items each tab of the list has under the other filters',
      audit: null,
      schema: { query: ItemFilter, response: { 200: ItemCounts } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => countTabs(tx, { scope, person: caller!.person }, query, today())),
    }),
    defineRoute({
      tags: ['ledger'],
      access: ledgerActors,
      operationId: 'actOnLedgerItems',
      method: 'POST',
      path: '/api/ledger-items/bulk',
      summary:
        'One deed to many items in one transaction; those it cannot be done to are named with the reason',
      audit: 'ledger.bulk',
      schema: { body: BulkWish, response: { 200: BulkDone } },
      handler: ({ body, act, caller, language }) =>
        act(null, (tx, scope, entry) =>
          actOnMany(tx, askerOf(scope, caller, clock.now()), body, language, entry),
        ),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportLedgerItems',
      method: 'POST',
      path: '/api/ledger-items/export',
      summary: 'All items under the filters as an Excel workbook that can be sent back',
      audit: 'ledger.export',
      schema: { body: ItemExport, response: sheetResponse },
      handler: async ({ body, act, read, caller, reply }) => {
        const { person } = caller!
        const ids = await act(null, async (tx, scope, entry) => {
          const found = await beginItemExport(tx, { scope, person }, body, today())
          entry.words = `台账事项 ${found.length} 项`
          entry.after = { filters: body, rows: found.length }
          return found
        })
        const book = writeItems(ids, body.columns, read, { person, today: today() })
        return sendSheet(reply, '台账事项.xlsx', book)
      },
    }),
    ...sheetRoutes(services),
  ]
}
