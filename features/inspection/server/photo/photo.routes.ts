import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { layDownPhoto, photoHeaders, receivePhoto } from '@jianbao/report/server'
import { Type } from 'typebox'
import {
  inspectors,
  StopPhotoAnswer,
  StopPhotoEdit,
  StopPhotoSize,
  StopPhotos,
  StopPhotoUpload,
} from '../../contract/index.ts'
import { actorOf, stopParams as params, viewerOf } from '../inspection.params.ts'
import type { InspectionServices } from '../inspection.services.ts'
import { getStopRow } from '../stop/stop.store.ts'
import { addPhoto, editPhoto, findPlace, removePhoto } from './change-photos.ts'
import { selectPhotoRows } from './photo.store.ts'

const Id = Type.String({ format: 'uuid' })
const photoParams = Type.Object({ id: Id, photoId: Id }, { additionalProperties: false })
const common = { tags: ['inspection'], access: inspectors, audit: null } as const
const unrecorded = 'as typing is no deed: the end of the check is recorded'

/** Photos of a stop and of its findings: upright, without location, no larger than needed. */
export function stopPhotoRoutes({ clock, pictures }: InspectionServices): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'addStopPhoto',
      method: 'POST',
      path: '/api/stops/:id/photos',
      summary: 'Add a photo to a stop or to one of its findings, under an id of the device’s choosing',
      unrecorded,
      upload: { field: 'file' },
      perMinute: 600,
      schema: { params, query: StopPhotoUpload, response: { 200: StopPhotoAnswer, 201: StopPhotoAnswer } },
      handler: async ({ params: { id }, query, request, reply, read, act, caller }) => {
        const wish = { stopId: id, photoId: query.photoId, findingId: query.finding?.toLowerCase() ?? null }
        const there = await read((tx, scope) => findPlace(tx, viewerOf(scope, caller), wish))
        if (there) return { photo: there, known: true }
        const upload = await receivePhoto(pictures, request)
        try {
          const made = await layDownPhoto(pictures, upload)
          try {
            const added = await act(id, (tx, scope) =>
              addPhoto(tx, actorOf(scope, caller, clock), wish, made.row, made.keep),
            )
            reply.status(added.known ? 200 : 201)
            return added
          } catch (error) {
            await made.sweep()
            throw error
          } finally {
            await made.discard()
          }
        } finally {
          await upload.file.discard()
        }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getStopPhoto',
      method: 'GET',
      path: '/api/stops/:id/photos/:photoId',
      summary: 'The picture itself, or the small one for lists',
      perMinute: 600,
      schema: {
        params: photoParams,
        query: StopPhotoSize,
        response: { 200: { mediaTypes: ['image/jpeg', 'image/webp'] } },
      },
      handler: async ({ params: { id, photoId }, query, read, caller, reply }) => {
        const photo = await read(async (tx, scope) => {
          await getStopRow(tx, viewerOf(scope, caller), id)
          return (await selectPhotoRows(tx, id)).find(each => each.id === photoId.toLowerCase())
        })
        if (!photo) throw new Problem('not-found')
        const bytes = pictures.photos.stream(query.size === 'thumb' ? photo.thumbSha256 : photo.sha256)
        return reply.headers(photoHeaders(photo.mediaType)).send(bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'editStopPhoto',
      method: 'PATCH',
      path: '/api/stops/:id/photos/:photoId',
      summary: 'Change caption or place of a photo of a stop',
      unrecorded,
      schema: { params: photoParams, body: StopPhotoEdit, response: { 200: StopPhotos } },
      handler: ({ params: { id, photoId }, body, act, caller }) =>
        act(id, async (tx, scope) => ({
          photos: await editPhoto(tx, actorOf(scope, caller, clock), { stopId: id, photoId, edit: body }),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'removeStopPhoto',
      method: 'DELETE',
      path: '/api/stops/:id/photos/:photoId',
      summary: 'Remove a photo of a stop',
      unrecorded,
      schema: { params: photoParams, response: { 200: StopPhotos } },
      handler: async ({ params: { id, photoId }, act, caller }) => {
        const { photos, hashes } = await act(id, (tx, scope) =>
          removePhoto(tx, actorOf(scope, caller, clock), { stopId: id, photoId }),
        )
        await pictures.sweep(hashes)
        return { photos }
      },
    }),
  ]
}
