import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  commissionAskers,
  InboxClaim,
  InboxComposite,
  InboxCompositeDone,
  InboxExport,
  InboxPage,
  InboxQuery,
  InboxSimilar,
  InboxWords,
} from '../../contract/index.ts'
import { adoptTogether } from '../adoption/adopt-together.ts'
import { personOf } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { claimReport, releaseReport, takeOverReport } from './claim-report.ts'
import { beginInboxExport, writeInbox } from './export-inbox.ts'
import { inboxWords } from './inbox-words.ts'
import { listInbox } from './list-inbox.ts'
import { manyRoutes } from './many.routes.ts'
import { listSimilar } from './similar-reports.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['inbox'], access: ['editor'] } as const
const signOfLife = 'that somebody looks at a report is a sign of life; taking it from another is recorded'

export function inboxRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'listInbox',
      method: 'GET',
      path: '/api/inbox',
      summary: 'What lies on the caller’s desks, one page, with the number under each tab',
      audit: null,
      schema: { query: InboxQuery, response: { 200: InboxPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listInbox(tx, { scope, person: personOf(caller) }, query, clock.now())),
    }),
    defineRoute({
      ...common,
      operationId: 'getInboxWords',
      // Who only coordinates has no desk, and asks for pieces of the same tasks.
      access: commissionAskers,
      method: 'GET',
      path: '/api/inbox/words',
      summary: 'Desks of the caller, and the columns, types, measures and tasks an inbox is filtered by',
      audit: null,
      schema: { response: { 200: InboxWords } },
      handler: ({ read, caller }) => read(tx => inboxWords(tx, personOf(caller))),
    }),
    defineRoute({
      ...common,
      operationId: 'exportInbox',
      method: 'POST',
      path: '/api/inbox/export',
      summary: 'What an inbox shows as an Excel workbook',
      audit: 'inbox.export',
      schema: { body: InboxExport, response: sheetResponse },
      handler: async ({ body, read, act, caller, reply }) => {
        const [person, now] = [personOf(caller), clock.now()]
        const plan = await act(null, async (tx, scope, entry) => {
          const begun = await beginInboxExport(tx, { scope, person }, body, now)
          entry.after = { filters: body, rows: begun.ids.length }
          return begun
        })
        return sendSheet(reply, `来稿 ${localDay(now)}.xlsx`, writeInbox(plan, body, read, { person, now }))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'listSimilarInInbox',
      method: 'GET',
      path: '/api/inbox/:id/similar',
      summary: 'Reports of other units on the desk that tell of the same activity',
      audit: null,
      schema: { params, response: { 200: InboxSimilar } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => listSimilar(tx, { scope, person: personOf(caller) }, id, clock.now())),
    }),
    defineRoute({
      ...common,
      operationId: 'claimReport',
      method: 'POST',
      path: '/api/inbox/:id/claim',
      summary: 'Hold a report for ten minutes, or for longer; refused while somebody else is at it',
      audit: null,
      unrecorded: signOfLife,
      schema: { params, response: { 200: InboxClaim } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, (tx, scope) =>
          claimReport(tx, { scope, person: personOf(caller) }, { id, now: clock.now() }),
        ),
    }),
    defineRoute({
      ...common,
      operationId: 'releaseReport',
      method: 'POST',
      path: '/api/inbox/:id/release',
      summary: 'Let go of a report the caller holds',
      audit: null,
      unrecorded: signOfLife,
      schema: { params, response: { 200: InboxClaim } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, (tx, scope) =>
          releaseReport(tx, { scope, person: personOf(caller) }, { id, now: clock.now() }),
        ),
    }),
    defineRoute({
      ...common,
      operationId: 'takeOverReport',
      method: 'POST',
      path: '/api/inbox/:id/take-over',
      summary: 'Take a report from whoever is at it; they are told',
      audit: 'report.take-over',
      schema: { params, response: { 200: InboxClaim } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          const { answer, row } = await takeOverReport(tx, viewer, { id, now: clock.now() })
          entry.words = row.title
          entry.unitId = row.unitId
          return answer
        }),
    }),
    ...manyRoutes({ clock }),
    defineRoute({
      ...common,
      operationId: 'adoptTogether',
      method: 'POST',
      path: '/api/inbox/composite',
      summary: 'Adopt several reports of one activity as one piece: all of them or none',
      audit: 'report.adopt-together',
      schema: { body: InboxComposite, response: { 200: InboxCompositeDone } },
      handler: ({ body, act, caller, language }) => {
        const now = clock.now()
        return adoptTogether(act, personOf(caller), body, { now, today: localDay(now), language })
      },
    }),
  ]
}
