import { reviewers } from '@jianbao/bulletin/server'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { Batch, BatchPage, BatchQuery, DocumentSummary } from '../../contract/index.ts'
import type { ArchiveServices } from '../archive.services.ts'
import { recogniseDocument } from '../read-document-again.ts'
import { getBatch, listBatches } from './list-batches.ts'
import { receiveBatch } from './receive-batch.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['archive'], access: reviewers } as const

export function batchRoutes(services: ArchiveServices): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'receiveBatch',
      method: 'POST',
      path: '/api/batches',
      summary: 'Upload a ZIP of many manuscripts; answered once it is safe on disk',
      audit: 'batch.receive',
      upload: { field: 'file' },
      schema: { response: { 201: Batch } },
      handler: async ({ request, reply, act, language }) => {
        const limitBytes = services.limits.batchBytes
        const upload = await receiveUpload(request, services.files, { field: 'file', limitBytes })
        const batch = await receiveBatch(services, act, upload, language)
        reply.status(201)
        return batch
      },
    }),
    defineRoute({
      ...common,
      operationId: 'listBatches',
      method: 'GET',
      path: '/api/batches',
      summary: 'Batches, newest first',
      audit: null,
      schema: { query: BatchQuery, response: { 200: BatchPage } },
      handler: ({ query, language, read }) => read((tx, scope) => listBatches(tx, scope, query, language)),
    }),
    defineRoute({
      ...common,
      operationId: 'getBatch',
      method: 'GET',
      path: '/api/batches/:id',
      summary: 'How far one batch is and what was refused',
      audit: null,
      schema: { params, response: { 200: Batch } },
      handler: ({ params: { id }, language, read }) => read((tx, scope) => getBatch(tx, scope, id, language)),
    }),
    defineRoute({
      ...common,
      operationId: 'recogniseDocument',
      method: 'POST',
      path: '/api/documents/:id/recognise',
      summary: 'Read the letters of its pictures',
      audit: 'document.recognise',
      schema: { params, response: { 200: DocumentSummary } },
      handler: ({ params: { id }, caller, act, language }) =>
        recogniseDocument(services, act, id, caller!.person.id, language),
    }),
  ]
}
