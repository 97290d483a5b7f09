import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { MineFilters, MinePage, MineQuery, reportFlow } from '../../contract/index.ts'
import { personOf } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { beginMineExport, writeMineExport } from './export-mine.ts'
import { listMine } from './list-mine.ts'

export function mineRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  const common = { tags: ['report'], access: reportFlow.edit.by }
  return [
    defineRoute({
      ...common,
      operationId: 'listMyReports',
      method: 'GET',
      path: '/api/reports/mine',
      summary: 'Reports of the caller’s own units, what needs them first, with counts by state',
      audit: null,
      schema: { query: MineQuery, response: { 200: MinePage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listMine(tx, { scope, person: personOf(caller) }, query, clock.now())),
    }),
    defineRoute({
      ...common,
      operationId: 'exportMyReports',
      method: 'POST',
      path: '/api/reports/mine/export',
      summary: 'What the list of own reports shows as a workbook',
      audit: 'report.export',
      perMinute: 20,
      schema: { body: MineFilters, response: sheetResponse },
      handler: async ({ body, read, act, caller, request, reply }) => {
        const origin = `${request.protocol}://${request.host}`
        const [person, now] = [personOf(caller), clock.now()]
        const begun = await act(null, async (tx, scope, entry) => {
          const found = await beginMineExport(tx, { scope, person }, body, now)
          entry.after = { ...body, rows: found.ids.length }
          return found
        })
        return sendSheet(reply, '我的报送.xlsx', writeMineExport(begun, read, { person, origin, now }))
      },
    }),
  ]
}
