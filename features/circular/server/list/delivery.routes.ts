import {
  DeliveryAdd,
  DeliveryFilters,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRemind,
  DeliveryReminded,
} from '@jianbao/edition/contract'
import {
  addDelivery,
  deliveriesToExport,
  listDeliveries,
  remindRecipients,
  resendLetter,
  writeDeliveries,
} from '@jianbao/edition/server'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import { missiveDrafters, missiveReaders } from '../../contract/index.ts'
import type { MissiveServices } from '../missive.services.ts'
import { missiveParams, viewerOf } from '../route-parts.ts'
import { getDeliveredMissive } from './delivered-missive.ts'

const tags = ['missives']
const deliveryParams = Type.Object(
  { id: Type.String({ format: 'uuid' }), deliveryId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

/** The issuing unit's side of distribution: the functions are those of issued bulletins. */
export function deliveryRoutes({ clock, mailer, soon }: MissiveServices): Route[] {
  const asked = () => ({ now: clock.now(), mails: mailer.on })
  return [
    defineRoute({
      tags,
      access: missiveReaders,
      operationId: 'listMissiveDeliveries',
      method: 'GET',
      path: '/api/missives/:id/deliveries',
      summary: 'Who got a document and what came back, one page',
      audit: null,
      schema: { params: missiveParams, query: DeliveryQuery, response: { 200: DeliveryPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read(async (tx, scope) => {
          const viewer = viewerOf(scope, caller)
          const { document } = await getDeliveredMissive(tx, viewer, id)
          return listDeliveries(tx, viewer, document, asked(), query)
        }),
    }),
    defineRoute({
      tags,
      access: missiveReaders,
      operationId: 'exportMissiveDeliveries',
      method: 'POST',
      path: '/api/missives/:id/deliveries/export',
      summary: 'The recipients of a document with their answers as an Excel workbook',
      audit: 'delivery.export',
      perMinute: 20,
      schema: { params: missiveParams, body: DeliveryFilters, response: sheetResponse },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        const found = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const { document } = await getDeliveredMissive(tx, viewer, id)
          const rows = await deliveriesToExport(tx, viewer, document, asked(), body)
          entry.words = document.name
          entry.unitId = document.unitId
          entry.after = { filters: body, rows: rows.length }
          return { name: document.name, rows }
        })
        return sendSheet(reply, `${found.name}签收回复情况.xlsx`, writeDeliveries(found.rows))
      },
    }),
    defineRoute({
      tags,
      access: missiveDrafters,
      operationId: 'remindMissiveRecipients',
      method: 'POST',
      path: '/api/missives/:id/deliveries/remind',
      summary: 'Remind recipients that have not acknowledged a document, once a day each',
      audit: 'delivery.remind',
      schema: { params: missiveParams, body: DeliveryRemind, response: { 200: DeliveryReminded } },
      handler: async ({ params: { id }, body, act, caller }) => {
        const reminded = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const { document } = await getDeliveredMissive(tx, viewer, id)
          return remindRecipients(tx, viewer, document, { ...body, ...asked() }, entry)
        })
        soon()
        return reminded
      },
    }),
    defineRoute({
      tags,
      access: missiveDrafters,
      operationId: 'addMissiveRecipient',
      method: 'POST',
      path: '/api/missives/:id/deliveries',
      summary: 'Send a document to one more recipient',
      audit: 'delivery.add',
      schema: { params: missiveParams, body: DeliveryAdd, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const { document, outgoing } = await getDeliveredMissive(tx, viewer, id)
          const order = { now: clock.now(), recipient: body, outgoing }
          await addDelivery(tx, viewer, document, order, entry)
        })
        soon()
        return reply.status(204).send()
      },
    }),
    defineRoute({
      tags,
      access: missiveDrafters,
      operationId: 'resendMissiveLetter',
      method: 'POST',
      path: '/api/missives/:id/deliveries/:deliveryId/resend',
      summary: 'Send the letter of a document again that did not leave',
      audit: 'delivery.resend',
      schema: { params: deliveryParams, response: { 204: Type.Null() } },
      handler: async ({ params: { id, deliveryId }, act, caller, reply }) => {
        await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const { document } = await getDeliveredMissive(tx, viewer, id)
          await resendLetter(tx, viewer, document, deliveryId, entry)
        })
        soon()
        return reply.status(204).send()
      },
    }),
  ]
}
