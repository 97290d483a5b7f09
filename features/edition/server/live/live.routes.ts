import { localDay } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  AttendanceWish,
  CandidatePage,
  CandidateQuery,
  EditionFilters,
  EditionPresence,
  EditionPreview,
  editionReaders,
  PresenceQuery,
  PreviewWish,
  ProofCopyWish,
} from '../../contract/index.ts'
import { editionParams as params, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { editionName } from '../edition.store.ts'
import { readImages } from '../picture/read-images.ts'
import { readPrint } from '../print-of-edition.ts'
import { claimRoutes } from './claim.routes.ts'
import { editionsToExport, writeEditions } from './export-editions.ts'
import { listCandidates } from './list-candidates.ts'
import { previewEdition } from './preview-edition.ts'
import { draftTypes, setDraft } from './proof-copy.ts'
import { attendEdition, readPresence } from './read-presence.ts'

const common = { tags: ['editions'], access: editionReaders } as const

/** What the page of composing lives on. */
export function liveRoutes({ clock, typesetting, pictures }: EditionServices): Route[] {
  const when = () => {
    const now = clock.now()
    return { now, today: localDay(now) }
  }
  return [
    ...claimRoutes({ clock }),
    defineRoute({
      ...common,
      operationId: 'listEditionCandidates',
      method: 'GET',
      path: '/api/editions/:id/candidates',
      summary: 'What its desk adopted and no issue has yet',
      audit: null,
      schema: { params, query: CandidateQuery, response: { 200: CandidatePage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) => listCandidates(tx, viewerOf(scope, caller), { id, query, ...when() })),
    }),
    defineRoute({
      ...common,
      operationId: 'readEditionPresence',
      method: 'GET',
      path: '/api/editions/:id/presence',
      summary: 'Who is on the page of an issue, at what, and what moved since a version',
      audit: null,
      perMinute: 600,
      schema: { params, query: PresenceQuery, response: { 200: EditionPresence } },
      handler: ({ params: { id }, query: { since }, read, caller }) =>
        read((tx, scope) => readPresence(tx, viewerOf(scope, caller), { id, since, ...when() })),
    }),
    defineRoute({
      ...common,
      operationId: 'attendEdition',
      method: 'POST',
      path: '/api/editions/:id/presence',
      summary: 'Say that an issue is open in a window, or is being left',
      audit: null,
      unrecorded: 'a sign of life of an open page, every few seconds',
      perMinute: 240,
      schema: { params, body: AttendanceWish, response: { 200: EditionPresence } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, (tx, scope) => attendEdition(tx, viewerOf(scope, caller), { id, ...body, ...when() })),
    }),
    defineRoute({
      ...common,
      operationId: 'previewEdition',
      method: 'POST',
      path: '/api/editions/:id/preview',
      summary: 'The pages as they would print, with what is being written',
      audit: null,
      unrecorded: 'draws what is on the screen; nothing of it is kept',
      perMinute: 1200,
      schema: { params, body: PreviewWish, response: { 200: EditionPreview } },
      handler: async ({ params: { id }, body: { tab, ...wish }, read, caller }) => {
        const print = await read((tx, scope) => readPrint(tx, viewerOf(scope, caller), id, when().today))
        const images = readImages(pictures, print.pictures)
        const asker = caller!.person.id
        return previewEdition(typesetting, print, wish, { name: `${asker} ${id} ${tab}`, asker, images })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'takeProofCopy',
      method: 'POST',
      path: '/api/editions/:id/proof-copy',
      summary: 'A draft to be read on paper',
      audit: 'edition.proof-copy',
      perMinute: 30,
      schema: {
        params,
        body: ProofCopyWish,
        response: { 200: { mediaTypes: Object.values(draftTypes) } },
      },
      handler: async ({ params: { id }, body: { format }, act, caller, reply }) => {
        const print = await act(id, async (tx, scope, entry) => {
          const found = await readPrint(tx, viewerOf(scope, caller), id, when().today)
          entry.words = editionName(found.row)
          entry.unitId = found.row.unitId
          entry.after = { format }
          return found
        })
        return reply
          .type(draftTypes[format])
          .header('content-disposition', attachment(`${editionName(print.row)}（草稿）.${format}`))
          .header('cache-control', 'no-store')
          .send(await setDraft(typesetting, print, format, readImages(pictures, print.pictures)))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'exportEditions',
      method: 'POST',
      path: '/api/editions/export',
      summary: 'The list of issues as an Excel workbook',
      audit: 'edition.export',
      perMinute: 20,
      schema: { body: EditionFilters, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const { today } = when()
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await editionsToExport(tx, viewerOf(scope, caller), body, today)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, `简报编发 ${today}.xlsx`, writeEditions(rows))
      },
    }),
  ]
}
