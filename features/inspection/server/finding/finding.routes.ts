import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  FindingExport,
  FindingPage,
  FindingQuery,
  FindingsConfirm,
  FindingsDismiss,
  FindingsRaise,
  FindingsSettled,
  inspectors,
} from '../../contract/index.ts'
import { actorOf, viewerOf } from '../inspection.params.ts'
import type { InspectionServices } from '../inspection.services.ts'
import { beginFindingExport, writeFindings } from './export-findings.ts'
import { listFindings } from './list-findings.ts'
import { raiseFindings } from './raise-findings.ts'
import { settleFindings } from './settle-findings.ts'

const common = { tags: ['inspection'], access: inspectors } as const

export function findingRoutes({ clock }: Pick<InspectionServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'listFindings',
      method: 'GET',
      path: '/api/findings',
      summary: 'Findings across tours, one page',
      audit: null,
      schema: { query: FindingQuery, response: { 200: FindingPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listFindings(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      ...common,
      operationId: 'exportFindings',
      method: 'POST',
      path: '/api/findings/export',
      summary: 'The findings of a list as an Excel workbook',
      audit: 'finding.export',
      schema: { body: FindingExport, response: sheetResponse },
      handler: async ({ body, act, read, caller, reply }) => {
        const ids = await act(null, async (tx, scope, entry) => {
          const found = await beginFindingExport(tx, viewerOf(scope, caller), body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        const book = writeFindings(ids, body, read, scope => viewerOf(scope, caller))
        return sendSheet(reply, '督导问题.xlsx', book)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'confirmFindings',
      method: 'POST',
      path: '/api/findings/confirm',
      summary: 'Confirm findings: the visited units see them',
      audit: 'finding.confirm',
      schema: { body: FindingsConfirm, response: { 200: FindingsSettled } },
      handler: ({ body, act, caller }) =>
        act(null, async (tx, scope, entry) => ({
          findings: await settleFindings(tx, actorOf(scope, caller, clock), body, 'confirm', entry),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'dismissFindings',
      method: 'POST',
      path: '/api/findings/dismiss',
      summary: 'Dismiss findings with a reason',
      audit: 'finding.dismiss',
      schema: { body: FindingsDismiss, response: { 200: FindingsSettled } },
      handler: ({ body, act, caller }) =>
        act(null, async (tx, scope, entry) => ({
          findings: await settleFindings(tx, actorOf(scope, caller, clock), body, 'dismiss', entry),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'raiseFindings',
      method: 'POST',
      path: '/api/findings/raise',
      summary: 'Make items of a rectification ledger of findings, one for each, at the visited units',
      audit: 'finding.raise',
      schema: { body: FindingsRaise, response: { 200: FindingsSettled } },
      handler: ({ body, act, caller }) =>
        act(null, async (tx, scope, entry) => ({
          findings: await raiseFindings(tx, actorOf(scope, caller, clock), body, entry),
        })),
    }),
  ]
}
