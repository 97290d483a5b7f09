import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Missive,
  MissiveChange,
  MissiveDraft,
  MissiveDrafted,
  MissivePlan,
  MissivePlanQuery,
  MissivePreview,
  MissivePreviewWish,
  MissiveVersion,
  missiveDrafters,
  missiveReaders,
} from '../../contract/index.ts'
import { composeRow, getMissive } from '../list/get-missive.ts'
import type { MissiveServices } from '../missive.services.ts'
import { getMissiveRow } from '../missive.store.ts'
import { missiveParams, viewerOf } from '../route-parts.ts'
import { draftMissives } from './draft-missives.ts'
import { editMissive, refreshMissive, removeMissive } from './edit-missive.ts'
import { planMissives } from './plan-missives.ts'

const tags = ['missives']
const drafting = { tags, access: missiveDrafters } as const

/** What who drafts a document does with it. */
export function draftRoutes({ clock, typesetting }: MissiveServices): Route[] {
  return [
    defineRoute({
      ...drafting,
      operationId: 'planMissives',
      method: 'GET',
      path: '/api/missive-plan',
      summary: 'What would be drafted from chosen items, or from a ledger under some filters',
      audit: null,
      schema: { query: MissivePlanQuery, response: { 200: MissivePlan } },
      handler: ({ query: { items, send, issuer, ...filter }, read, caller }) =>
        read((tx, scope) => {
          const source = {
            ...{ kind: send, filter },
            ...(issuer ? { issuer } : {}),
            ...(items ? { items: [...new Set(items.split(','))] } : {}),
          }
          return planMissives(tx, viewerOf(scope, caller), source, localDay(clock.now()))
        }),
    }),
    defineRoute({
      ...drafting,
      operationId: 'draftMissives',
      method: 'POST',
      path: '/api/missives',
      summary: 'Draft documents: one for each unit with items, or one circular for all below',
      audit: 'missive.draft',
      perMinute: 60,
      schema: { body: MissiveDraft, response: { 201: MissiveDrafted } },
      handler: async ({ body, act, caller, reply }) => {
        const drafted = await act<MissiveDrafted>(
          ({ ids }) => ids[0]!,
          (tx, scope, entry) => draftMissives(tx, viewerOf(scope, caller), body, clock.now(), entry),
        )
        reply.status(201)
        return drafted
      },
    }),
    defineRoute({
      ...drafting,
      operationId: 'editMissive',
      method: 'PATCH',
      path: '/api/missives/:id',
      summary: 'Change the words of a draft, or of all drafts made with it',
      audit: 'missive.edit',
      schema: { params: missiveParams, body: MissiveChange, response: { 200: Missive } },
      handler: ({ params: { id }, body: { version, ...change }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await editMissive(tx, viewer, { id, version, now: clock.now(), change }, entry)
          return getMissive(tx, viewer, id, clock.now())
        }),
    }),
    defineRoute({
      ...drafting,
      operationId: 'refreshMissive',
      method: 'POST',
      path: '/api/missives/:id/refresh',
      summary: 'Take the items and figures of a draft anew',
      audit: 'missive.refresh',
      schema: { params: missiveParams, body: MissiveVersion, response: { 200: Missive } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await refreshMissive(tx, viewer, { id, ...body, now: clock.now() }, entry)
          return getMissive(tx, viewer, id, clock.now())
        }),
    }),
    defineRoute({
      ...drafting,
      operationId: 'removeMissive',
      method: 'POST',
      path: '/api/missives/:id/remove',
      summary: 'Throw a draft away',
      audit: 'missive.remove',
      schema: { params: missiveParams, body: MissiveVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) =>
          removeMissive(tx, viewerOf(scope, caller), { id, ...body }, entry),
        )
        return reply.status(204).send()
      },
    }),
    defineRoute({
      tags,
      access: missiveReaders,
      operationId: 'previewMissive',
      method: 'POST',
      path: '/api/missives/:id/preview',
      summary: 'The typeset pages of a document, a draft with words that are being written',
      audit: null,
      unrecorded: 'it reads: words that are being written are too many for an address',
      perMinute: 600,
      schema: { params: missiveParams, body: MissivePreviewWish, response: { 200: MissivePreview } },
      handler: async ({ params: { id }, body: { words, known }, read, caller }) => {
        const document = await read(async (tx, scope) =>
          composeRow(tx, await getMissiveRow(tx, viewerOf(scope, caller), id), clock.now(), words),
        )
        const asker = caller!.person.id
        const { pages, missing, widthPt, heightPt, ms } = await typesetting.preview(document, {
          ...{ known, asker, supersede: `missive ${id} ${asker}` },
        })
        return { pages: [...pages], missing: [...missing], widthPt, heightPt, ms }
      },
    }),
  ]
}
