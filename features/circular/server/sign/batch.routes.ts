import { defineRoute, type Route } from '@jianbao/platform/http'
import { BatchDone, missiveDrafters, missiveSigners } from '../../contract/index.ts'
import type { MissiveServices } from '../missive.services.ts'
import { missiveParams, viewerOf } from '../route-parts.ts'
import { issueBatch, submitBatch } from './act-on-missive.ts'

/** What is done to all that were drafted together, or to none of them. */
export function batchRoutes({ clock, order }: MissiveServices): Route[] {
  return [
    defineRoute({
      tags: ['missives'],
      access: missiveDrafters,
      operationId: 'submitMissiveBatch',
      method: 'POST',
      path: '/api/missive-batches/:id/submit',
      summary: 'Put all drafts of a batch to the signatory',
      audit: 'missive.submit',
      schema: { params: missiveParams, response: { 200: BatchDone } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => ({
          count: await submitBatch(tx, viewerOf(scope, caller), { id, now: clock.now() }, entry),
        })),
    }),
    defineRoute({
      tags: ['missives'],
      access: missiveSigners,
      operationId: 'issueMissiveBatch',
      method: 'POST',
      path: '/api/missive-batches/:id/issue',
      summary: 'Sign all of a batch that wait, with numbers one after the other',
      audit: 'missive.issue',
      schema: { params: missiveParams, response: { 200: BatchDone } },
      handler: async ({ params: { id }, act, caller }) => {
        const issued = await act(id, async (tx, scope, entry) => {
          const ids = await issueBatch(tx, viewerOf(scope, caller), { id, now: clock.now() }, entry)
          await order.send(tx, ids)
          return ids
        })
        order.wake()
        return { count: issued.length }
      },
    }),
  ]
}
