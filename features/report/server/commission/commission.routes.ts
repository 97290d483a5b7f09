import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  Commission,
  CommissionAsk,
  CommissionAsked,
  CommissionCancel,
  CommissionFilters,
  CommissionMove,
  CommissionPage,
  CommissionQuery,
  commissionAskers,
  commissionReaders,
} from '../../contract/index.ts'
import { personOf } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { actOnCommission } from './act-on-commission.ts'
import { askUnits } from './ask-units.ts'
import { getCommission } from './commission.view.ts'
import { commissionsToExport, writeCommissions } from './export-commissions.ts'
import { listCommissions } from './list-commissions.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const tags = ['commission']

export function commissionRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  const when = () => {
    const now = clock.now()
    return { now, today: localDay(now) }
  }
  return [
    defineRoute({
      operationId: 'listCommissions',
      method: 'GET',
      path: '/api/commissions',
      summary: 'Pieces asked of units, one page, with the number in each state',
      tags,
      access: commissionReaders,
      audit: null,
      schema: { query: CommissionQuery, response: { 200: CommissionPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listCommissions(tx, { scope, person: personOf(caller) }, query, when().today)),
    }),
    defineRoute({
      operationId: 'getCommission',
      method: 'GET',
      path: '/api/commissions/:id',
      summary: 'One commission, with what a form for it begins with',
      tags,
      access: commissionReaders,
      audit: null,
      schema: { params, response: { 200: Commission } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getCommission(tx, { scope, person: personOf(caller) }, id)),
    }),
    defineRoute({
      operationId: 'askUnits',
      method: 'POST',
      path: '/api/commissions',
      summary: 'Ask one or several units for a piece; they are told',
      tags,
      access: commissionAskers,
      audit: 'commission.ask',
      schema: { body: CommissionAsk, response: { 200: CommissionAsked } },
      handler: ({ body, act, caller }) =>
        act(
          (asked: CommissionAsked) => asked.batchId,
          (tx, scope, entry) => askUnits(tx, { scope, person: personOf(caller) }, body, when(), entry),
        ),
    }),
    defineRoute({
      operationId: 'moveCommission',
      method: 'POST',
      path: '/api/commissions/:id/move',
      summary: 'Move the day a piece is due; one that was missed is open again',
      tags,
      access: commissionAskers,
      audit: 'commission.move',
      schema: { params, body: CommissionMove, response: { 200: Commission } },
      handler: ({ params: { id }, body: { version, dueDay }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          await actOnCommission(tx, viewer, { id, version, move: dueDay }, when(), entry)
          return getCommission(tx, viewer, id)
        }),
    }),
    defineRoute({
      operationId: 'cancelCommission',
      method: 'POST',
      path: '/api/commissions/:id/cancel',
      summary: 'No longer want a piece, with a reason',
      tags,
      access: commissionAskers,
      audit: 'commission.cancel',
      schema: { params, body: CommissionCancel, response: { 200: Commission } },
      handler: ({ params: { id }, body: { version, reason }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          await actOnCommission(tx, viewer, { id, version, cancel: reason }, when(), entry)
          return getCommission(tx, viewer, id)
        }),
    }),
    defineRoute({
      operationId: 'exportCommissions',
      method: 'POST',
      path: '/api/commissions/export',
      summary: 'A list of commissions as an Excel workbook',
      tags,
      access: commissionReaders,
      audit: 'commission.export',
      perMinute: 20,
      schema: { body: CommissionFilters, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await commissionsToExport(tx, { scope, person: personOf(caller) }, body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, `约稿 ${when().today}.xlsx`, writeCommissions(rows))
      },
    }),
  ]
}
