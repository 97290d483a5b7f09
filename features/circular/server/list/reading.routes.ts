import { readForm } from '@jianbao/bulletin/server'
import { businessRoles } from '@jianbao/platform/access'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  ItemMissives,
  Missive,
  MissiveFileQuery,
  MissiveFilters,
  MissiveItemPage,
  MissivePage,
  MissiveQuery,
  missiveReaders,
  PageQuery,
} from '../../contract/index.ts'
import type { MissiveServices } from '../missive.services.ts'
import { getMissiveRow } from '../missive.store.ts'
import { numberOf } from '../missive.view.ts'
import { missiveParams, viewerOf } from '../route-parts.ts'
import { writeMissives } from './export-missives.ts'
import { composeRow, getMissive, listMissiveItems } from './get-missive.ts'
import { listItemMissives } from './item-missives.ts'
import { filesToPack, listMissives, missivesToExport } from './list-missives.ts'
import { packMissives, refuseToPack } from './pack-missives.ts'
import { mediaTypes, setForm } from './set-form.ts'

const tags = ['missives']
const reading = { tags, access: missiveReaders, method: 'GET', audit: null } as const

export function readingRoutes(services: MissiveServices): Route[] {
  const { clock, store } = services
  return [
    defineRoute({
      ...reading,
      operationId: 'listMissives',
      path: '/api/missives',
      summary: 'Supervision notices, circulars and reminder letters of the caller’s units, one page',
      schema: { query: MissiveQuery, response: { 200: MissivePage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listMissives(tx, viewerOf(scope, caller), query, clock.now())),
    }),
    defineRoute({
      tags,
      access: missiveReaders,
      operationId: 'exportMissives',
      method: 'POST',
      path: '/api/missives/export',
      summary: 'The list of documents as an Excel workbook',
      audit: 'missive.export',
      perMinute: 20,
      schema: { body: MissiveFilters, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const rows = await act('missives', async (tx, scope, entry) => {
          const found = await missivesToExport(tx, viewerOf(scope, caller), body, clock.now())
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, '督办公文.xlsx', writeMissives(rows))
      },
    }),
    defineRoute({
      tags,
      access: missiveReaders,
      operationId: 'packMissives',
      method: 'POST',
      path: '/api/missives/pack',
      summary: 'The PDF files of issued documents in one ZIP, as they were signed',
      audit: 'missive.export',
      perMinute: 20,
      schema: { body: MissiveFilters, response: { 200: { mediaTypes: ['application/zip'] } } },
      handler: async ({ body, act, caller, reply }) => {
        const rows = await act('missives', async (tx, scope, entry) => {
          const found = await filesToPack(tx, viewerOf(scope, caller), body, clock.now())
          refuseToPack(found.length)
          entry.after = { filters: body, files: found.length }
          return found
        })
        return reply
          .type('application/zip')
          .header('content-disposition', attachment('督办公文.zip'))
          .header('cache-control', 'no-store')
          .send(packMissives(store, rows))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getMissive',
      path: '/api/missives/:id',
      summary: 'One document with its words, figures and what came back',
      schema: { params: missiveParams, response: { 200: Missive } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getMissive(tx, viewerOf(scope, caller), id, clock.now())),
    }),
    defineRoute({
      ...reading,
      operationId: 'listMissiveItems',
      path: '/api/missives/:id/items',
      summary: 'The ledger items a document is about, as they stood in it and as they stand now, one page',
      schema: { params: missiveParams, query: PageQuery, response: { 200: MissiveItemPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) =>
          listMissiveItems(tx, viewerOf(scope, caller), { ...query, id, now: clock.now() }),
        ),
    }),
    defineRoute({
      ...reading,
      operationId: 'downloadMissive',
      path: '/api/missives/:id/file',
      summary: 'A document as PDF, DOCX, HTML or text: as it was signed, or as it would be issued today',
      perMinute: 120,
      schema: {
        params: missiveParams,
        query: MissiveFileQuery,
        response: { 200: { mediaTypes: Object.values(mediaTypes).map(type => type.split(';')[0]!) } },
      },
      handler: async ({ params: { id }, query: { format }, read, caller, reply }) => {
        const { row, document } = await read(async (tx, scope) => {
          const found = await getMissiveRow(tx, viewerOf(scope, caller), id)
          return { row: found, document: await composeRow(tx, found, clock.now()) }
        })
        const kept = row.files?.[format]
        const bytes = kept
          ? await readForm(store, kept)
          : await setForm(services.typesetting, document, format)
        return reply
          .type(mediaTypes[format])
          .header('content-disposition', attachment(`${numberOf(row) ?? row.title}.${format}`))
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(bytes))
      },
    }),
    defineRoute({
      ...reading,
      access: businessRoles,
      operationId: 'listItemCirculars',
      path: '/api/ledger-items/:id/circulars',
      summary: 'Issued documents about a ledger item: sent by the caller’s units or received by them',
      schema: { params: missiveParams, response: { 200: ItemMissives } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => listItemMissives(tx, viewerOf(scope, caller), id)),
    }),
  ]
}
