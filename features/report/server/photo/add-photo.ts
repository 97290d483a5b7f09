import { Problem } from '@jianbao/errors'
import type { Act, Read } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { ReceivedFile } from '@jianbao/platform/files'
import type { Upload } from '@jianbao/platform/http'
import { photosPerReport } from '../../contract/index.ts'
import { getReportRow, type Viewer } from '../report.store.ts'
import { mayChangePhotos, takePhotos } from './change-photos.ts'
import type { PhotoServices } from './photo.services.ts'
import {
  countOnReport,
  insertPhoto,
  lockContent,
  type PhotoRow,
  photoIdTaken,
  selectPhotos,
} from './photo.store.ts'
import { type PreparedPhoto, preparePhoto } from './prepare-photo.ts'

type Wish = { readonly reportId: string; readonly photoId: string }
type Asking = { readonly read: Read; readonly act: Act; readonly person: Viewer['person'] }
export type AddedPhoto = { readonly photo: PhotoRow; readonly known: boolean }

/** A picture made ready is some megabytes at most; larger is no picture. */
const madeLimitBytes = 32 * 1024 * 1024

/**
 * Asked before a byte is received: the photo that already bears this name, null where there is room for it. Throws
 * `not-found`, `report-state`, `photo-too-many`.
 */
export function findPlace({ read, person }: Asking, wish: Wish): Promise<PhotoRow | null> {
  return read(async (tx, scope) => {
    const viewer = { scope, person }
    mayChangePhotos(await getReportRow(tx, viewer, wish.reportId), viewer)
    return placeFor(tx, wish, await selectPhotos(tx, wish.reportId))
  })
}

/**
 * Adds the photo a client named; the same name again finds the photo it stands for. Throws what `findPlace` and
 * `preparePhoto` throw.
 */
export async function addPhoto(
  services: PhotoServices,
  { act, person }: Asking,
  { reportId, photoId }: Wish,
  { fileName, file }: Upload,
): Promise<AddedPhoto> {
  const prepared = await services.decode(async () => preparePhoto(fileName, await file.read()))
  const made = await Promise.all(
    [prepared.full, prepared.thumb].map(bytes =>
      services.photos.receive(bytes, { limitBytes: madeLimitBytes }),
    ),
  )
  const [full, thumb] = made as [ReceivedFile, ReceivedFile]
  try {
    return await act(reportId, async (tx, scope) => {
      const photos = await takePhotos(tx, { scope, person }, reportId)
      const again = await placeFor(tx, { reportId, photoId }, photos)
      if (again) return { photo: again, known: true }
      const photo = rowOf(photoId, prepared, full.sha256, thumb.sha256, photos.length)
      // In one order always: two photos of the same picture, sent at once, wait for each other.
      for (const sha256 of [full.sha256, thumb.sha256].sort()) await lockContent(tx, sha256)
      await full.keep()
      await thumb.keep()
      const now = services.clock.now()
      await insertPhoto(tx, reportId, photo, now)
      await countOnReport(tx, reportId, now)
      return { photo, known: false }
    })
  } catch (error) {
    await services.sweep([full.sha256, thumb.sha256])
    throw error
  } finally {
    await Promise.all(made.map(one => one.discard()))
  }
}

/** The photo that is there already; null when there is room for a new one. */
async function placeFor(
  tx: Database,
  { photoId }: Wish,
  photos: readonly PhotoRow[],
): Promise<PhotoRow | null> {
  const known = photos.find(photo => photo.id === photoId)
  if (known) return known
  if (photos.length >= photosPerReport) throw new Problem('photo-too-many', { limit: photosPerReport })
  if (await photoIdTaken(tx, photoId)) throw new Problem('bad-request', { reason: '这个照片编号已经用过' })
  return null
}

function rowOf(
  id: string,
  { mediaType, width, height, full }: PreparedPhoto,
  sha256: string,
  thumbSha256: string,
  position: number,
): PhotoRow {
  return { id, position, sha256, thumbSha256, mediaType, width, height, sizeBytes: full.length, caption: '' }
}
