import { type Clock, localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import {
  BulkDone,
  BulkWish,
  ItemCounts,
  ItemFilter,
  ItemPage,
  ItemQuery,
  ledgerActors,
  ledgerReaders,
} from '../../../contract/index.ts'
import { askerOf } from '../engine.routes.ts'
import { actOnMany } from './act-on-many.ts'
import { countTabs, listItems } from './list-items.ts'

export type ListServices = { readonly clock: Clock }

const shared = { tags: ['ledger'], access: ledgerReaders } as const

/** Items of ledgers as a list: pages, counts of its tabs. */
export function listRoutes({ clock }: ListServices): Route[] {
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
  ]
}
