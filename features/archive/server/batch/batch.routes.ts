import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { Batch, BatchPage, BatchQuery, DocumentSummary } from '../../contract/index.ts'
import type { ArchiveServices } from '../archive.services.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['archive'], access: 'administrator' } as const
const notYet = async (): Promise<never> => {
  throw new Problem('not-now', { reason: '尚未完成。' })
}

export function batchRoutes(_services: ArchiveServices): Route[] {
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
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'listBatches',
      method: 'GET',
      path: '/api/batches',
      summary: 'Batches, newest first',
      audit: null,
      schema: { query: BatchQuery, response: { 200: BatchPage } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'getBatch',
      method: 'GET',
      path: '/api/batches/:id',
      summary: 'How far one batch is and what was refused',
      audit: null,
      schema: { params, response: { 200: Batch } },
      handler: notYet,
    }),
    defineRoute({
      ...common,
      operationId: 'recogniseDocument',
      method: 'POST',
      path: '/api/documents/:id/recognise',
      summary: 'Read the letters of its pictures',
      audit: 'document.recognise',
      schema: { params, response: { 200: DocumentSummary } },
      handler: notYet,
    }),
  ]
}
