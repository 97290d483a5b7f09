import { Readable } from 'node:stream'
import { reviewers } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  ArchiveDocument,
  DocumentPage,
  DocumentQuery,
  DocumentSummary,
  UploadAnswer,
} from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { findOriginal, openOriginal, originalTypes } from './get-original.ts'
import { getDocument, getDocumentSummary, listDocuments, summariseDocuments } from './list-documents.ts'
import { readDocumentAgain } from './read-document-again.ts'
import { receiveDocument } from './receive-document.ts'
import { removeDocument } from './remove-document.ts'
import { watchDocuments } from './watch-documents.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const OriginalQuery = Type.Object({ download: Type.Optional(Type.Boolean()) }, closed)
const common = { tags: ['archive'], access: reviewers } as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** So many documents one page may watch at a time. */
const watchedAtOnce = 200

export function archiveRoutes(services: ArchiveServices): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'receiveDocument',
      method: 'POST',
      path: '/api/documents',
      summary: 'Upload one manuscript; answered once it is safe on disk',
      audit: 'document.receive',
      upload: { field: 'file' },
      // Somebody may drop a whole year's folder at once.
      perMinute: 3000,
      schema: { response: { 200: UploadAnswer, 201: UploadAnswer } },
      handler: async ({ request, reply, act, language }) => {
        const limitBytes = services.limits.fileBytes
        const upload = await receiveUpload(request, services.files, { field: 'file', limitBytes })
        const answer = await receiveDocument(services, act, upload, language)
        reply.status(answer.known ? 200 : 201)
        return answer
      },
    }),
    defineRoute({
      ...common,
      operationId: 'listDocuments',
      method: 'GET',
      path: '/api/documents',
      summary: 'Documents, one page, newest or most doubtful first',
      audit: null,
      schema: { query: DocumentQuery, response: { 200: DocumentPage } },
      handler: ({ query, language, read }) => read((tx, scope) => listDocuments(tx, scope, query, language)),
    }),
    defineRoute({
      ...common,
      operationId: 'watchDocuments',
      method: 'GET',
      path: '/api/documents/progress',
      summary: 'Progress of documents as server-sent events, until none waits or is being read',
      audit: null,
      schema: {
        query: Type.Object({ ids: Type.String({ minLength: 36, maxLength: 37 * watchedAtOnce }) }, closed),
        response: { 200: { mediaTypes: ['text/event-stream'] } },
      },
      handler: async ({ query, request, reply, read, language }) => {
        const ids = [...new Set(query.ids.split(','))]
        if (!ids.every(id => uuid.test(id)))
          throw new Problem('bad-request', { reason: 'ids 应为逗号分隔的编号' })
        const gone = new AbortController()
        request.raw.on('close', () => gone.abort())
        const look = () => read((tx, scope) => summariseDocuments(tx, scope, ids, language))
        return reply
          .type('text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no')
          .send(Readable.from(watchDocuments(look, gone.signal)))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getDocument',
      method: 'GET',
      path: '/api/documents/:id',
      summary: 'One document with its text and what was read from it',
      audit: null,
      schema: { params, response: { 200: ArchiveDocument } },
      handler: ({ params: { id }, language, read }) =>
        read((tx, scope) => getDocument(tx, scope, id, language)),
    }),
    defineRoute({
      ...common,
      operationId: 'getDocumentSummary',
      method: 'GET',
      path: '/api/documents/:id/summary',
      summary: 'How far one document is',
      audit: null,
      schema: { params, response: { 200: DocumentSummary } },
      handler: ({ params: { id }, language, read }) =>
        read((tx, scope) => getDocumentSummary(tx, scope, id, language)),
    }),
    defineRoute({
      ...common,
      operationId: 'getOriginal',
      method: 'GET',
      path: '/api/documents/:id/original',
      summary: 'The file as it was sent, to be looked at or kept',
      audit: null,
      schema: { params, query: OriginalQuery, response: { 200: { mediaTypes: originalTypes } } },
      handler: async ({ params: { id }, query, read, reply }) => {
        const row = await read((tx, scope) => findOriginal(tx, scope, id))
        const { headers, bytes } = await openOriginal(services.files, row, query.download ?? false)
        return reply.headers(headers).send(bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'readDocumentAgain',
      method: 'POST',
      path: '/api/documents/:id/read-again',
      summary: 'Read a document anew',
      audit: 'document.read-again',
      schema: { params, response: { 200: DocumentSummary } },
      handler: ({ params: { id }, caller, act, language }) =>
        readDocumentAgain(services, act, id, caller!.person.id, language),
    }),
    defineRoute({
      ...common,
      operationId: 'removeDocument',
      method: 'DELETE',
      path: '/api/documents/:id',
      summary: 'Remove a document and the issues read from it',
      audit: 'document.remove',
      schema: { params, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, caller, act, reply }) => {
        await removeDocument(services, act, id, caller!.person.id)
        return reply.status(204).send()
      },
    }),
  ]
}
