import { answer, api } from '@jianbao/ui'
import type { PhotoAnswer, ReportPhoto } from '../../contract/index.ts'
import type { KeptPhoto } from './device-drafts.ts'
import { sendUpload } from './send-upload.ts'

/** Under an id of its own: sent again over a bad line it is there once. */
export async function sendPhoto(
  reportId: string,
  { photoId, blob, caption }: KeptPhoto,
  onSent: (part: number) => void = () => undefined,
): Promise<PhotoAnswer> {
  const path = `/api/reports/${reportId}/photos?photoId=${photoId}`
  const sent = await sendUpload<PhotoAnswer>(path, blob, 'photo', onSent)
  if (caption) await editPhoto(reportId, photoId, { caption })
  return sent
}

export async function editPhoto(
  id: string,
  photoId: string,
  body: { caption?: string; position?: number },
): Promise<readonly ReportPhoto[]> {
  const params = { path: { id, photoId } }
  return (await answer(api.PATCH('/api/reports/{id}/photos/{photoId}', { params, body }))).photos
}

export async function removePhoto(id: string, photoId: string): Promise<readonly ReportPhoto[]> {
  const params = { path: { id, photoId } }
  return (await answer(api.DELETE('/api/reports/{id}/photos/{photoId}', { params }))).photos
}
