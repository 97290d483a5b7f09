import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { type PhotoServices, photoHeaders, receivePhoto } from '@jianbao/report/server'
import { Type } from 'typebox'
import {
  editionReaders,
  PictureAnswer,
  PictureList,
  PictureSize,
  PictureWish,
  ReportPhotoWish,
  SourcePhotos,
} from '../../contract/index.ts'
import { editionParams as params, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { getEditionRow } from '../edition.store.ts'
import { selectPictures } from '../get-edition.ts'
import { addPicture, mayAddPicture, receivePicture, takeReportPhoto } from './add-picture.ts'
import { listSourcePhotos } from './list-photos.ts'
import { type PictureRow, selectPictureRows } from './picture.store.ts'
import { removePicture } from './remove-picture.ts'

const Id = Type.String({ format: 'uuid' })
const pictureParams = Type.Object({ id: Id, pictureId: Id }, { additionalProperties: false })
const common = { tags: ['editions'], access: editionReaders } as const

type Services = Pick<EditionServices, 'clock'> & { readonly pictures: PhotoServices }

/** Pictures kept for an issue in the making: upright, without location, no larger than a page can show. */
export function pictureRoutes({ clock, pictures }: Services): Route[] {
  const when = () => {
    const now = clock.now()
    return { now, today: localDay(now) }
  }
  const answer = async (tx: Database, id: string, picture: PictureRow) => {
    const all = await selectPictures(tx, id)
    return { picture: all.find(each => each.id === picture.id)!, pictures: all }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'addEditionPicture',
      method: 'POST',
      path: '/api/editions/:id/pictures',
      summary: 'Add a picture to an issue, under an id of the client’s choosing',
      audit: 'edition.add-picture',
      upload: { field: 'file' },
      perMinute: 120,
      schema: { params, query: PictureWish, response: { 201: PictureAnswer } },
      handler: async ({ params: { id }, query, request, reply, read, act, caller }) => {
        await read((tx, scope) => mayAddPicture(tx, viewerOf(scope, caller), { id, ...when() }))
        const upload = await receivePhoto(pictures, request)
        try {
          const made = await receivePicture(pictures, upload)
          try {
            const added = await act(id, async (tx, scope, entry) => {
              await made.keep(tx)
              const picture = { id: query.pictureId, ...made.row }
              const asked = { id, picture, ...when() }
              return answer(tx, id, await addPicture(tx, viewerOf(scope, caller), asked, entry))
            })
            reply.status(201)
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
      operationId: 'takeReportPhoto',
      method: 'POST',
      path: '/api/editions/:id/pictures/from-report',
      summary: 'Take a photo of a report that stands in the issue; its bytes are not copied',
      audit: 'edition.add-picture',
      schema: { params, body: ReportPhotoWish, response: { 200: PictureAnswer } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const asked = { id, ...body, ...when() }
          return answer(tx, id, await takeReportPhoto(tx, viewerOf(scope, caller), asked, entry))
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'listSourcePhotos',
      method: 'GET',
      path: '/api/editions/:id/photos',
      summary: 'Photos of the reports that stand in the issue',
      audit: null,
      schema: { params, response: { 200: SourcePhotos } },
      handler: async ({ params: { id }, read, caller }) => ({
        photos: await read((tx, scope) => listSourcePhotos(tx, viewerOf(scope, caller), { id, ...when() })),
      }),
    }),
    defineRoute({
      ...common,
      operationId: 'getEditionPicture',
      method: 'GET',
      path: '/api/editions/:id/pictures/:pictureId',
      summary: 'The picture itself, or the small one for lists',
      audit: null,
      perMinute: 600,
      schema: {
        params: pictureParams,
        query: PictureSize,
        response: { 200: { mediaTypes: ['image/jpeg', 'image/webp'] } },
      },
      handler: async ({ params: { id, pictureId }, query, read, caller, reply }) => {
        const row = await read(async (tx, scope) => {
          await getEditionRow(tx, viewerOf(scope, caller), id, when().today)
          return (await selectPictureRows(tx, id)).find(each => each.id === pictureId.toLowerCase())
        })
        if (!row) throw new Problem('not-found')
        const bytes = pictures.photos.stream(query.size === 'thumb' ? row.thumbSha256 : row.sha256)
        return reply.headers(photoHeaders(row.mediaType)).send(bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'removeEditionPicture',
      method: 'DELETE',
      path: '/api/editions/:id/pictures/:pictureId',
      summary: 'Remove a picture that no text of the issue shows',
      audit: 'edition.remove-picture',
      schema: { params: pictureParams, response: { 200: PictureList } },
      handler: async ({ params: { id, pictureId }, act, caller }) => {
        const removed = await act(id, async (tx, scope, entry) => {
          const asked = { id, pictureId, today: when().today }
          const hashes = await removePicture(tx, viewerOf(scope, caller), asked, entry)
          return { hashes, pictures: await selectPictures(tx, id) }
        })
        await pictures.sweep(removed.hashes)
        return { pictures: removed.pictures }
      },
    }),
  ]
}
