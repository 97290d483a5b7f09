import { readForm } from '@jianbao/bulletin/server'
import { businessRoles } from '@jianbao/platform/access'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import {
  acknowledgers,
  DeliveryReply,
  Received,
  ReceivedFile,
  ReceivedPage,
  ReceivedQuery,
} from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import type { DistributionServices } from './distribution.services.ts'
import { getReceived, getReceivedFile, listReceived } from './list-received.ts'
import { acknowledgeReceived, openReceived, replyToReceived } from './receipts.ts'

const tags = ['deliveries']
export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

/** What came to the caller's unit: frozen files are served by the delivery, never by the issue of another unit. */
export function receivedRoutes({ clock, files }: DistributionServices): Route[] {
  return [
    defineRoute({
      tags,
      access: businessRoles,
      operationId: 'listReceived',
      method: 'GET',
      path: '/api/deliveries',
      summary: 'Issued bulletins and documents that came to the caller’s units, one page',
      audit: null,
      schema: { query: ReceivedQuery, response: { 200: ReceivedPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listReceived(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      tags,
      access: businessRoles,
      operationId: 'getReceived',
      method: 'GET',
      path: '/api/deliveries/:id',
      summary: 'One document that came to a unit, with its forms and what was corrected since',
      audit: null,
      schema: { params: editionParams, response: { 200: Received } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getReceived(tx, viewerOf(scope, caller), id)),
    }),
    defineRoute({
      tags,
      access: businessRoles,
      operationId: 'downloadReceived',
      method: 'GET',
      path: '/api/deliveries/:id/file',
      summary: 'A form of it as it was issued, to the byte',
      audit: null,
      perMinute: 120,
      schema: {
        params: editionParams,
        query: ReceivedFile,
        response: { 200: { mediaTypes: Object.values(fileTypes).map(type => type.split(';')[0]!) } },
      },
      handler: async ({ params: { id }, query: { format }, read, caller, reply }) => {
        const { sha256, name } = await read((tx, scope) =>
          getReceivedFile(tx, viewerOf(scope, caller), id, format),
        )
        return reply
          .type(fileTypes[format])
          .header('content-disposition', attachment(name))
          .header('cache-control', 'private, no-cache')
          .send(Buffer.from(await readForm(files, sha256)))
      },
    }),
    defineRoute({
      tags,
      access: businessRoles,
      operationId: 'openReceived',
      method: 'POST',
      path: '/api/deliveries/:id/open',
      summary: 'Note that somebody of the unit opened it',
      audit: null,
      unrecorded: 'reading is no deed: it leaves a receipt at the delivery, once a person',
      schema: { params: editionParams, response: { 200: Received } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope) => {
          await openReceived(tx, viewerOf(scope, caller), id, clock.now())
          return getReceived(tx, viewerOf(scope, caller), id)
        }),
    }),
    defineRoute({
      tags,
      access: acknowledgers,
      operationId: 'acknowledgeReceived',
      method: 'POST',
      path: '/api/deliveries/:id/acknowledge',
      summary: 'Acknowledge it for the unit',
      audit: 'delivery.acknowledge',
      schema: { params: editionParams, response: { 200: Received } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await acknowledgeReceived(tx, viewerOf(scope, caller), id, clock.now(), entry)
          return getReceived(tx, viewerOf(scope, caller), id)
        }),
    }),
    defineRoute({
      tags,
      access: acknowledgers,
      operationId: 'replyToReceived',
      method: 'POST',
      path: '/api/deliveries/:id/reply',
      summary: 'Answer for the unit what was asked of it',
      audit: 'delivery.reply',
      schema: { params: editionParams, body: DeliveryReply, response: { 200: Received } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await replyToReceived(tx, viewer, id, { ...body, now: clock.now() }, entry)
          return getReceived(tx, viewer, id)
        }),
    }),
  ]
}
