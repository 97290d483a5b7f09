import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  PhotoAnswer,
  PhotoEdit,
  PhotoQuery,
  PhotoUpload,
  type ReportPhoto,
  ReportPhotos,
  reportFlow,
} from '../../contract/index.ts'
import { personOf, reportReaders } from '../report.routes.ts'
import { listPhotos } from '../report-parts.store.ts'
import { addPhoto, findPlace } from './add-photo.ts'
import { editPhoto, removePhoto } from './change-photos.ts'
import { openPhoto } from './open-photo.ts'
import type { PhotoServices } from './photo.services.ts'
import type { PhotoRow } from './photo.store.ts'
import { receivePhoto } from './receive-photo.ts'

const closed = { additionalProperties: false }
const id = Type.String({ format: 'uuid' })
const params = Type.Object({ id }, closed)
const photoParams = Type.Object({ id, photoId: id }, closed)
const common = { tags: ['report'], access: reportFlow.edit.by, audit: null } as const
const unrecorded = 'as typing is no deed: what is handed in is recorded'

export function photoRoutes(services: PhotoServices): Route[] {
  const photosOf = async (tx: Database, reportId: string) => ({ photos: await listPhotos(tx, reportId) })
  return [
    defineRoute({
      ...common,
      operationId: 'addReportPhoto',
      method: 'POST',
      path: '/api/reports/:id/photos',
      summary:
        'Add a photo under an id of the client’s choosing: upright, without location, no larger than needed',
      unrecorded,
      upload: { field: 'file' },
      // A whole office may sit behind one address; pictures are decoded in turn.
      perMinute: 600,
      schema: { params, query: PhotoUpload, response: { 200: PhotoAnswer, 201: PhotoAnswer } },
      handler: async ({ params: { id: reportId }, query, request, reply, read, act, caller }) => {
        const asking = { read, act, person: personOf(caller) }
        const wish = { reportId, photoId: query.photoId }
        const there = await findPlace(asking, wish)
        if (there) return { photo: shownPhoto(reportId, there), known: true }
        const upload = await receivePhoto(services, request)
        try {
          const { photo, known } = await addPhoto(services, asking, wish, upload)
          reply.status(known ? 200 : 201)
          return { photo: shownPhoto(reportId, photo), known }
        } finally {
          await upload.file.discard()
        }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getReportPhoto',
      method: 'GET',
      path: '/api/reports/:id/photos/:photoId',
      summary: 'The picture itself, or the small one for lists',
      access: reportReaders,
      schema: {
        params: photoParams,
        query: PhotoQuery,
        response: { 200: { mediaTypes: ['image/jpeg', 'image/webp'] } },
      },
      handler: async ({ params: { id: reportId, photoId }, query, read, caller, reply }) => {
        const person = personOf(caller)
        const wish = { reportId, photoId, thumb: query.size === 'thumb' }
        const { headers, bytes } = await openPhoto(services, read, person, wish)
        return reply.headers(headers).send(bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'editReportPhoto',
      method: 'PATCH',
      path: '/api/reports/:id/photos/:photoId',
      summary: 'Change caption or place of a photo',
      unrecorded,
      schema: { params: photoParams, body: PhotoEdit, response: { 200: ReportPhotos } },
      handler: ({ params: { id: reportId, photoId }, body, act, caller }) =>
        act(reportId, async (tx, scope) => {
          await editPhoto(tx, { scope, person: personOf(caller) }, { reportId, photoId, edit: body })
          return photosOf(tx, reportId)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'removeReportPhoto',
      method: 'DELETE',
      path: '/api/reports/:id/photos/:photoId',
      summary: 'Remove a photo',
      unrecorded,
      schema: { params: photoParams, response: { 200: ReportPhotos } },
      handler: async ({ params: { id: reportId, photoId }, act, caller }) => {
        const removed = await act(reportId, async (tx, scope) => {
          const viewer = { scope, person: personOf(caller) }
          const hashes = await removePhoto(tx, viewer, { reportId, photoId, now: services.clock.now() })
          return { hashes, answer: await photosOf(tx, reportId) }
        })
        await services.sweep(removed.hashes)
        return removed.answer
      },
    }),
  ]
}

function shownPhoto(reportId: string, photo: PhotoRow): ReportPhoto {
  const { sha256: _full, thumbSha256: _thumb, ...shown } = photo
  return { ...shown, url: `/api/reports/${reportId}/photos/${photo.id}` }
}
