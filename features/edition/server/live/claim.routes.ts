import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { editionReaders, ItemClaim, ItemClaimWish, WindowMark } from '../../contract/index.ts'
import { viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { askForItem, claimItem, releaseItem, takeOverItem } from './claim-item.ts'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const params = Type.Object({ id: Id, itemId: Id }, closed)
const answer = { 200: Type.Object({ claims: Type.Array(ItemClaim) }, closed) } as const
const common = { tags: ['editions'], access: editionReaders, method: 'POST' } as const

/** Who is at an item. Every answer tells all claims of the issue. */
export function claimRoutes({ clock }: Pick<EditionServices, 'clock'>): Route[] {
  const when = () => {
    const now = clock.now()
    return { now, today: localDay(now) }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'claimEditionItem',
      path: '/api/editions/:id/items/:itemId/claim',
      summary: 'Be at an item, or still be at it',
      audit: null,
      unrecorded: 'a sign of life of who writes, every few seconds',
      perMinute: 240,
      schema: { params, body: ItemClaimWish, response: answer },
      handler: ({ params: { id, itemId }, body, act, caller }) =>
        act(id, async (tx, scope) => ({
          claims: await claimItem(tx, viewerOf(scope, caller), { id, itemId, ...body, ...when() }),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'releaseEditionItem',
      path: '/api/editions/:id/items/:itemId/release',
      summary: 'Let go of an item',
      audit: null,
      unrecorded: 'the end of being at an item; what was written is recorded when it is saved',
      schema: { params, body: WindowMark, response: answer },
      handler: ({ params: { id, itemId }, body, act, caller }) =>
        act(id, async (tx, scope) => ({
          claims: await releaseItem(tx, viewerOf(scope, caller), { id, itemId, ...body, ...when() }),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'askForEditionItem',
      path: '/api/editions/:id/items/:itemId/ask',
      summary: 'Ask who is at an item to let go of it',
      audit: 'edition.ask-item',
      schema: { params, response: answer },
      handler: ({ params: { id, itemId }, act, caller }) =>
        act(id, async (tx, scope, entry) => ({
          claims: await askForItem(tx, viewerOf(scope, caller), { id, itemId, ...when() }, entry),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'takeOverEditionItem',
      path: '/api/editions/:id/items/:itemId/take-over',
      summary: 'Take an item from who is at it; they are told',
      audit: 'edition.take-over-item',
      schema: { params, body: WindowMark, response: answer },
      handler: ({ params: { id, itemId }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => ({
          claims: await takeOverItem(tx, viewerOf(scope, caller), { id, itemId, ...body, ...when() }, entry),
        })),
    }),
  ]
}
