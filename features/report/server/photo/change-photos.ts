import { Problem } from '@jianbao/errors'
import { type Database, storableText } from '@jianbao/platform/db'
import { type PhotoEdit, reportRefusal } from '../../contract/index.ts'
import { type ReportRow, takeReport, type Viewer } from '../report.store.ts'
import { standingOf } from '../report.view.ts'
import { stateWords } from '../save-report.ts'
import { arrangePhotos, countOnReport, deletePhoto, type PhotoRow, selectPhotos } from './photo.store.ts'

/** Photos belong to what is written: whoever may edit the report changes them. Throws `not-found`, `report-state`. */
export function mayChangePhotos(row: ReportRow, { person }: Viewer): void {
  const refusal = reportRefusal('edit', standingOf(row, person.posts, null))
  if (refusal === 'role') throw new Problem('not-found')
  if (refusal) throw new Problem('report-state', { state: stateWords[row.state], action: '改动照片' })
}

/** The photos of a report the caller may change, held with it to the end of the transaction. */
export async function takePhotos(tx: Database, viewer: Viewer, reportId: string): Promise<PhotoRow[]> {
  mayChangePhotos(await takeReport(tx, viewer, reportId), viewer)
  return selectPhotos(tx, reportId)
}

/** Caption and place of one photo; the others close up around it. Throws `not-found`. */
export async function editPhoto(
  tx: Database,
  viewer: Viewer,
  { reportId, photoId, edit }: { reportId: string; photoId: string; edit: PhotoEdit },
): Promise<void> {
  const photos = await takePhotos(tx, viewer, reportId)
  const photo = photos.find(one => one.id === photoId)
  if (!photo) throw new Problem('not-found')
  const caption = edit.caption === undefined ? photo.caption : oneLine(edit.caption)
  const others = photos.filter(one => one !== photo)
  const at = Math.min(edit.position ?? photos.indexOf(photo), others.length)
  await arrangePhotos(tx, reportId, [...others.slice(0, at), { ...photo, caption }, ...others.slice(at)])
}

/** Answers the hashes that may be nobody's any more. One that is gone already is no fault: a retry found it so. */
export async function removePhoto(
  tx: Database,
  viewer: Viewer,
  { reportId, photoId, now }: { reportId: string; photoId: string; now: Date },
): Promise<string[]> {
  const photos = await takePhotos(tx, viewer, reportId)
  const photo = photos.find(one => one.id === photoId)
  if (!photo) return []
  await deletePhoto(tx, reportId, photoId)
  await arrangePhotos(
    tx,
    reportId,
    photos.filter(one => one !== photo),
  )
  await countOnReport(tx, reportId, now)
  return [photo.sha256, photo.thumbSha256]
}

const oneLine = (words: string): string => storableText(words).replace(/\s+/gu, ' ').trim()
