import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { photosPerPlace, type StopPhoto, type StopPhotoEdit } from '../../contract/index.ts'
import type { Actor, Viewer } from '../inspection.services.ts'
import { beginCheck, getStopRow, refuse, takeStop } from '../stop/stop.store.ts'
import { insertPhoto, type PhotoRow, selectPhotoRows, viewPhoto } from './photo.store.ts'

type Wish = { readonly stopId: string; readonly photoId: string; readonly findingId: string | null }

/** Asked before a byte is received: the photo that bears this name already, or null where there is room for it. */
export async function findPlace(tx: Database, viewer: Viewer, wish: Wish): Promise<StopPhoto | null> {
  refuse(await getStopRow(tx, viewer, wish.stopId), viewer, 'write')
  return placeFor(tx, wish)
}

async function placeFor(tx: Database, { stopId, photoId, findingId }: Wish): Promise<StopPhoto | null> {
  const photos = await selectPhotoRows(tx, stopId)
  const known = photos.find(photo => photo.id === photoId.toLowerCase())
  if (known) return viewPhoto(stopId, known)
  if (findingId) {
    const rows = await rowsOf(
      tx,
      sql`select from inspection_finding where id = ${findingId} and stop_id = ${stopId}`,
    )
    if (rows.length === 0) throw new Problem('not-found')
  }
  const beside = photos.filter(photo => photo.findingId === findingId)
  if (beside.length >= photosPerPlace) throw new Problem('photo-too-many', { limit: photosPerPlace })
  return null
}

/** `keep` lays the bytes down within this transaction. */
export async function addPhoto(
  tx: Database,
  actor: Actor,
  wish: Wish,
  row: Omit<PhotoRow, 'id' | 'findingId' | 'position' | 'caption'>,
  keep: (tx: Database) => Promise<void>,
): Promise<{ photo: StopPhoto; known: boolean }> {
  const found = await takeStop(tx, actor, wish.stopId, 'write')
  const known = await placeFor(tx, wish)
  if (known) return { photo: known, known: true }
  await keep(tx)
  await beginCheck(tx, found)
  const photos = await selectPhotoRows(tx, wish.stopId)
  const photo = {
    id: wish.photoId.toLowerCase(),
    findingId: wish.findingId,
    position: photos.length,
    caption: '',
    ...row,
  }
  if (!(await insertPhoto(tx, wish.stopId, photo, actor.now)))
    throw new Problem('bad-request', { reason: '这个照片编号已经用过' })
  return { photo: viewPhoto(wish.stopId, photo), known: false }
}

/** Caption and place among those of its finding, or of the stop. */
export async function editPhoto(
  tx: Database,
  actor: Actor,
  {
    stopId,
    photoId,
    edit,
  }: { readonly stopId: string; readonly photoId: string; readonly edit: StopPhotoEdit },
): Promise<StopPhoto[]> {
  await takeStop(tx, actor, stopId, 'write')
  const photos = await selectPhotoRows(tx, stopId)
  const photo = photos.find(each => each.id === photoId.toLowerCase())
  if (!photo) throw new Problem('not-found')
  const beside = photos.filter(each => each.findingId === photo.findingId)
  const caption =
    edit.caption === undefined ? photo.caption : storableText(edit.caption).replace(/\s+/gu, ' ').trim()
  const others = beside.filter(each => each !== photo)
  const at = Math.min(edit.position ?? beside.indexOf(photo), others.length)
  const order = [...others.slice(0, at), { ...photo, caption }, ...others.slice(at)]
  await tx.execute(sql`update inspection_photo p set position = w.no, caption = w.caption
    from jsonb_to_recordset(${JSON.stringify(order.map(({ id, caption: words }, no) => ({ id, no, caption: words })))}::jsonb)
      as w(id uuid, no integer, caption text)
    where p.id = w.id and p.stop_id = ${stopId}`)
  return photosBeside(tx, stopId, photo.findingId)
}

/** Answers what is left beside it and the hashes that may be nobody's any more; one that is gone is no fault. */
export async function removePhoto(
  tx: Database,
  actor: Actor,
  { stopId, photoId }: { readonly stopId: string; readonly photoId: string },
): Promise<{ photos: StopPhoto[]; hashes: string[] }> {
  await takeStop(tx, actor, stopId, 'write')
  const photo = (await selectPhotoRows(tx, stopId)).find(each => each.id === photoId.toLowerCase())
  if (photo) await tx.execute(sql`delete from inspection_photo where id = ${photoId} and stop_id = ${stopId}`)
  return {
    photos: await photosBeside(tx, stopId, photo?.findingId ?? null),
    hashes: photo ? [photo.sha256, photo.thumbSha256] : [],
  }
}

async function photosBeside(tx: Database, stopId: string, findingId: string | null): Promise<StopPhoto[]> {
  const photos = await selectPhotoRows(tx, stopId)
  return photos.filter(photo => photo.findingId === findingId).map(photo => viewPhoto(stopId, photo))
}
