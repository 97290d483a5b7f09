import { type Clock, localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  Coverage,
  CoverageFilter,
  CoverageItem,
  CoverageQuery,
  coverageReaders,
  EntryFilter,
  EntryPage,
  EntryQuery,
} from '../../contract/index.ts'
import { coverageBook, entryBook } from './coverage-book.ts'
import { actionsOf, actionsOfItem } from './entry-actions.ts'
import { getItem } from './get-item.ts'
import { listEntries } from './list-entries.ts'
import { readCoverage } from './read-coverage.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const shared = { tags: ['ledger'], access: coverageReaders } as const
/** As many rows as an office program opens without trouble. */
const mostRows = 30_000

/** Who has done what of a plan, who is silent, and what proves it. */
export function coverageRoutes({ clock }: { readonly clock: Clock }): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...shared,
      operationId: 'readCoverage',
      method: 'GET',
      path: '/api/coverage',
      summary:
        'Units and tasks of a campaign: expected by today, done, late, under way, silent; one page of lines',
      audit: null,
      schema: { query: CoverageQuery, response: { 200: Coverage } },
      handler: ({ query, read }) => read((tx, scope) => readCoverage(tx, scope, query, today())),
    }),
    defineRoute({
      ...shared,
      operationId: 'listCoverageEntries',
      method: 'GET',
      path: '/api/coverage/entries',
      summary:
        'What a figure of coverage counts: unit, task and period with proofs or with what is missing, one page',
      audit: null,
      schema: { query: EntryQuery, response: { 200: EntryPage } },
      handler: ({ query, read, caller }) =>
        read(async (tx, scope) => ({
          ...(await listEntries(tx, scope, query, today())),
          actions: [...actionsOf(caller?.person), 'export' as const],
        })),
    }),
    defineRoute({
      ...shared,
      operationId: 'getCoverageItem',
      method: 'GET',
      path: '/api/coverage/items/:id',
      summary: 'One task of one unit: its periods with proofs, what is under way, and reminders',
      audit: null,
      schema: { params, response: { 200: CoverageItem } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope) => {
          const item = await getItem(tx, scope, id, today())
          return { ...item, actions: actionsOfItem(caller?.person, item.unitId) }
        }),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportCoverage',
      method: 'POST',
      path: '/api/coverage/export',
      summary: 'The whole matrix under the filters as an Excel workbook',
      audit: 'coverage.export',
      schema: { body: CoverageFilter, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const coverage = await act(null, async (tx, scope, entry) => {
          const found = await readCoverage(tx, scope, { ...body, pageSize: mostRows }, today())
          entry.words = `覆盖情况 ${found.rows.length} 行`
          entry.after = { filters: body, rows: found.rows.length }
          return found
        })
        return sendSheet(reply, '覆盖情况.xlsx', coverageBook(coverage))
      },
    }),
    defineRoute({
      ...shared,
      operationId: 'exportCoverageEntries',
      method: 'POST',
      path: '/api/coverage/entries/export',
      summary: 'The whole list under the filters as an Excel workbook',
      audit: 'coverage.export-list',
      schema: { body: EntryFilter, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const page = await act(null, async (tx, scope, entry) => {
          const found = await listEntries(tx, scope, { ...body, pageSize: mostRows }, today())
          entry.words = `台账明细 ${found.rows.length} 行`
          entry.after = { filters: body, rows: found.rows.length }
          return found
        })
        return sendSheet(reply, '台账明细.xlsx', entryBook(page))
      },
    }),
  ]
}
