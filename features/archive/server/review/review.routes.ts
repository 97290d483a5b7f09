import { reviewers } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Caller } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  AcceptAnswer,
  AcceptOrder,
  ClaimOrder,
  EditOrder,
  KeepAnswer,
  KeepOrder,
  mayAct,
  NextReview,
  Review,
  VersionOrder,
} from '../../contract/index.ts'
import { actOnDocument } from '../act-on-document.ts'
import type { ArchiveServices } from '../archive.services.ts'
import { findDocumentRow } from '../document.store.ts'
import { acceptDocument, holdExisting, reopenDocument } from './accept-document.ts'
import { acceptDocuments } from './accept-documents.ts'
import { editReading, redoEdit, undoEdit } from './edit-reading.ts'
import { nextReview } from './next-review.ts'
import { keepClaim, type Reviewer, releaseClaim, takeClaim } from './review.claim.ts'
import { viewReview } from './review.view.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const pageOf = Type.Object({ page: Type.Optional(Type.String({ format: 'uuid' })) }, closed)
const common = { tags: ['review'], access: reviewers } as const
export function reviewRoutes({ clock }: Pick<ArchiveServices, 'clock'>): Route[] {
  const by = (caller: Caller | null, page?: string): Reviewer => {
    if (!caller) throw new Error('a reviewer is signed in')
    return { person: caller.person, page, now: clock.now() }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'getReview',
      method: 'GET',
      path: '/api/documents/:id/review',
      summary: 'One document as the review has it: text, readings, doubts, history',
      audit: null,
      schema: { params, query: pageOf, response: { 200: Review } },
      handler: ({ params: { id }, query: { page }, caller, read, language }) =>
        read((tx, scope) => viewReview(tx, scope, id, by(caller, page), language)),
    }),
    defineRoute({
      ...common,
      operationId: 'claimReview',
      method: 'POST',
      path: '/api/documents/:id/review/claim',
      summary: 'Take the document for review, or take it over',
      audit: 'review.claim',
      schema: { params, body: ClaimOrder, response: { 200: Review } },
      handler: async ({ params: { id }, body, caller, act, language }) => {
        const reviewer = by(caller, body.page)
        return actOnDocument(act, id, async (tx, scope) => {
          const { state } = await holdExisting(tx, scope, id)
          // One that is not under review is only looked at.
          if (mayAct('edit', state))
            await takeClaim(tx, scope, id, body.page, body.takeOver ?? false, reviewer)
          return viewReview(tx, scope, id, reviewer, language)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'keepReview',
      method: 'POST',
      path: '/api/documents/:id/review/keep',
      summary: 'Keep the document in hand, every minute; not kept: claim it anew, it was lost or has changed',
      audit: null,
      unrecorded: 'says only that a page is still open',
      schema: { params, body: KeepOrder, response: { 200: KeepAnswer } },
      handler: ({ params: { id }, body: { page, version }, caller, act }) =>
        act(id, async (tx, scope) => {
          if (!(await findDocumentRow(tx, scope, id))) throw new Problem('not-found')
          return { kept: await keepClaim(tx, scope, id, version, { ...by(caller), page }) }
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'releaseReview',
      method: 'POST',
      path: '/api/documents/:id/review/release',
      summary: 'Give the document back to whoever reviews next',
      audit: 'review.release',
      schema: { params, body: ClaimOrder, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, caller, act, reply }) => {
        await actOnDocument(act, id, async (tx, scope) => {
          await holdExisting(tx, scope, id)
          await releaseClaim(tx, scope, id, by(caller, body.page))
        })
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...common,
      operationId: 'editReading',
      method: 'POST',
      path: '/api/documents/:id/review/edits',
      summary: 'Correct one thing',
      audit: 'review.edit',
      perMinute: 1200,
      schema: { params, query: pageOf, body: EditOrder, response: { 200: Review } },
      handler: async ({ params: { id }, query: { page }, body, caller, act, language }) => {
        const reviewer = by(caller, page)
        return actOnDocument(act, id, async (tx, scope) => {
          const step = await editReading(tx, scope, id, reviewer, body)
          return viewReview(tx, scope, id, reviewer, language, step)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'undoEdit',
      method: 'POST',
      path: '/api/documents/:id/review/undo',
      summary: 'Undo the last correction that stands',
      audit: 'review.undo',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: async ({ params: { id }, query: { page }, body, caller, act, language }) => {
        const reviewer = by(caller, page)
        return actOnDocument(act, id, async (tx, scope) => {
          const step = await undoEdit(tx, scope, id, reviewer, body.version)
          return viewReview(tx, scope, id, reviewer, language, step)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'redoEdit',
      method: 'POST',
      path: '/api/documents/:id/review/redo',
      summary: 'Do again what was undone last',
      audit: 'review.redo',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: async ({ params: { id }, query: { page }, body, caller, act, language }) => {
        const reviewer = by(caller, page)
        return actOnDocument(act, id, async (tx, scope) => {
          const step = await redoEdit(tx, scope, id, reviewer, body.version)
          return viewReview(tx, scope, id, reviewer, language, step)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'acceptDocument',
      method: 'POST',
      path: '/api/documents/:id/review/accept',
      summary: 'Write the issue, its articles, events and figures into the archive',
      audit: 'document.accept',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: async ({ params: { id }, query: { page }, body, caller, act, language }) => {
        const reviewer = by(caller, page)
        return actOnDocument(act, id, async (tx, scope) => {
          await acceptDocument(tx, scope, id, reviewer, { version: body.version })
          return viewReview(tx, scope, id, reviewer, language)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'reopenDocument',
      method: 'POST',
      path: '/api/documents/:id/review/reopen',
      summary: 'Take an accepted document back into review; its issue stays until it is accepted again',
      audit: 'document.reopen',
      schema: { params, query: pageOf, response: { 200: Review } },
      handler: async ({ params: { id }, query: { page }, caller, act, language }) => {
        const reviewer = by(caller, page)
        return actOnDocument(act, id, async (tx, scope) => {
          await reopenDocument(tx, scope, id, reviewer)
          return viewReview(tx, scope, id, reviewer, language)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'acceptDocuments',
      method: 'POST',
      path: '/api/documents/accept',
      summary: 'Accept several documents that hold no open doubt and whose issue is not there yet',
      audit: 'document.accept',
      schema: { body: AcceptOrder, response: { 200: AcceptAnswer } },
      handler: ({ body, caller, act, language }) => acceptDocuments(act, body.ids, by(caller), language),
    }),
    defineRoute({
      ...common,
      operationId: 'nextReview',
      method: 'GET',
      path: '/api/review/next',
      summary: 'The next document to review that nobody holds, the most doubtful first',
      audit: null,
      schema: {
        query: Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })) }, closed),
        response: { 200: NextReview },
      },
      handler: ({ query: { after }, caller, read }) =>
        read((tx, scope) => nextReview(tx, scope, by(caller), after)),
    }),
  ]
}
