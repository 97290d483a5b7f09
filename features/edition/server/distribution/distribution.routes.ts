import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  DeliveryAdd,
  DeliveryFilters,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRemind,
  DeliveryReminded,
  editionReaders,
} from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import { addDelivery, remindRecipients, resendLetter } from './act-on-delivery.ts'
import { getDeliveredIssue } from './delivered-document.ts'
import { outgoingIssue } from './distribute.ts'
import type { DistributionServices } from './distribution.services.ts'
import { writeDeliveries } from './export-deliveries.ts'
import { deliveriesToExport, listDeliveries } from './list-deliveries.ts'

const tags = ['editions']
const deliveryParams = Type.Object(
  { id: Type.String({ format: 'uuid' }), deliveryId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

/** The issuing unit's side of distribution. */
export function distributionRoutes({ clock, mailer, soon }: DistributionServices): Route[] {
  const asked = (id: string) => ({ id, today: localDay(clock.now()) })
  const now = () => ({ now: clock.now(), mails: mailer.on })
  return [
    defineRoute({
      tags,
      access: editionReaders,
      operationId: 'listDeliveries',
      method: 'GET',
      path: '/api/editions/:id/deliveries',
      summary: 'Who got an issue and what came back, one page, those first who have not read it',
      audit: null,
      schema: { params: editionParams, query: DeliveryQuery, response: { 200: DeliveryPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read(async (tx, scope) => {
          const viewer = viewerOf(scope, caller)
          return listDeliveries(tx, viewer, await getDeliveredIssue(tx, viewer, asked(id)), now(), query)
        }),
    }),
    defineRoute({
      tags,
      access: editionReaders,
      operationId: 'exportDeliveries',
      method: 'POST',
      path: '/api/editions/:id/deliveries/export',
      summary: 'The recipients of an issue as an Excel workbook',
      audit: 'delivery.export',
      perMinute: 20,
      schema: { params: editionParams, body: DeliveryFilters, response: sheetResponse },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        const found = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const issue = await getDeliveredIssue(tx, viewer, asked(id))
          const rows = await deliveriesToExport(tx, viewer, issue, now(), body)
          entry.words = issue.name
          entry.unitId = issue.unitId
          entry.after = { filters: body, rows: rows.length }
          return { name: issue.name, rows }
        })
        return sendSheet(reply, `${found.name}分发情况.xlsx`, writeDeliveries(found.rows))
      },
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'remindRecipients',
      method: 'POST',
      path: '/api/editions/:id/deliveries/remind',
      summary: 'Remind recipients that have not acknowledged an issue, once a day each',
      audit: 'delivery.remind',
      schema: { params: editionParams, body: DeliveryRemind, response: { 200: DeliveryReminded } },
      handler: async ({ params: { id }, body, act, caller }) => {
        const reminded = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const issue = await getDeliveredIssue(tx, viewer, asked(id))
          return remindRecipients(tx, viewer, issue, { ...body, ...now() }, entry)
        })
        soon()
        return reminded
      },
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'addRecipient',
      method: 'POST',
      path: '/api/editions/:id/deliveries',
      summary: 'Send an issue to one more recipient',
      audit: 'delivery.add',
      schema: { params: editionParams, body: DeliveryAdd, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const issue = await getDeliveredIssue(tx, viewer, asked(id))
          const outgoing = await outgoingIssue(tx, id)
          await addDelivery(tx, viewer, issue, { now: clock.now(), recipient: body, outgoing }, entry)
        })
        soon()
        return reply.status(204).send()
      },
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'resendLetter',
      method: 'POST',
      path: '/api/editions/:id/deliveries/:deliveryId/resend',
      summary: 'Send a letter again that did not leave',
      audit: 'delivery.resend',
      schema: { params: deliveryParams, response: { 204: Type.Null() } },
      handler: async ({ params: { id, deliveryId }, act, caller, reply }) => {
        await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await resendLetter(tx, viewer, await getDeliveredIssue(tx, viewer, asked(id)), deliveryId, entry)
        })
        soon()
        return reply.status(204).send()
      },
    }),
  ]
}
