import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  AcceptAnswer,
  AcceptOrder,
  ClaimOrder,
  EditOrder,
  NextReview,
  Review,
  VersionOrder,
} from '../../contract/index.ts'
import type { ArchiveServices } from '../archive.services.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const pageOf = Type.Object({ page: Type.Optional(Type.String({ format: 'uuid' })) }, closed)
const common = { tags: ['review'], access: 'administrator' } as const
const notYet = async (): Promise<never> => {
  throw new Problem('not-now', { reason: '尚未完成。' })
}

export function reviewRoutes(_services: ArchiveServices): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'getReview',
      method: 'GET',
      path: '/api/documents/:id/review',
      summary: 'One document as the review has it: text, readings, doubts, history',
      audit: null,
      schema: { params, query: pageOf, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'claimReview',
      method: 'POST',
      path: '/api/documents/:id/review/claim',
      summary: 'Take the document for review, keep it, or take it over; repeat every minute',
      audit: 'review.claim',
      schema: { params, body: ClaimOrder, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'releaseReview',
      method: 'POST',
      path: '/api/documents/:id/review/release',
      summary: 'Give the document back to whoever reviews next',
      audit: 'review.release',
      schema: { params, body: ClaimOrder, response: { 204: Type.Null() } },
      handler: notYet,
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
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'undoEdit',
      method: 'POST',
      path: '/api/documents/:id/review/undo',
      summary: 'Undo the last correction that stands',
      audit: 'review.undo',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'redoEdit',
      method: 'POST',
      path: '/api/documents/:id/review/redo',
      summary: 'Do again what was undone last',
      audit: 'review.redo',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'acceptDocument',
      method: 'POST',
      path: '/api/documents/:id/review/accept',
      summary: 'Write the issue, its articles, events and figures into the archive',
      audit: 'document.accept',
      schema: { params, query: pageOf, body: VersionOrder, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'reopenDocument',
      method: 'POST',
      path: '/api/documents/:id/review/reopen',
      summary: 'Take an accepted document back into review; its issue stays until it is accepted again',
      audit: 'document.reopen',
      schema: { params, query: pageOf, response: { 200: Review } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'acceptDocuments',
      method: 'POST',
      path: '/api/documents/accept',
      summary: 'Accept several documents that hold no open doubt',
      audit: 'document.accept-many',
      schema: { body: AcceptOrder, response: { 200: AcceptAnswer } },
      handler: notYet,
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
      handler: notYet,
    }),
  ]
}
