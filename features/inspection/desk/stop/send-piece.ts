import { answer, api } from '@jianbao/ui'
import type { Stop, StopPhoto, StopPhotoEdit } from '../../contract/index.ts'
import { deviceId } from './device-stops.ts'
import type { Piece } from './stop-pieces.ts'

export function getStop(id: string): Promise<Stop> {
  return answer(api.GET('/api/stops/{id}', { params: { path: { id } } }))
}

export function finishStop(id: string): Promise<Stop> {
  return answer(api.POST('/api/stops/{id}/finish', { params: { path: { id } } }))
}

export function reopenStop(id: string): Promise<Stop> {
  return answer(api.POST('/api/stops/{id}/reopen', { params: { path: { id } } }))
}

/** Sends one piece, upon the version it was written upon. */
export async function sendPiece(id: string, piece: Piece, base: number): Promise<void> {
  const written = { base, device: deviceId(piece.kind === 'talk' ? 'talk' : 'record') }
  if (piece.kind === 'answer') {
    const params = { path: { id, questionId: piece.id } }
    await answer(
      api.PUT('/api/stops/{id}/answers/{questionId}', { params, body: { ...written, value: piece.words } }),
    )
  } else if (piece.kind === 'finding') {
    const params = { path: { id, findingId: piece.id } }
    if (piece.words === null) await answer(api.DELETE('/api/stops/{id}/findings/{findingId}', { params }))
    else
      await answer(
        api.PUT('/api/stops/{id}/findings/{findingId}', { params, body: { ...written, ...piece.words } }),
      )
  } else {
    const params = { path: { id, interviewId: piece.id } }
    if (piece.words === null) await answer(api.DELETE('/api/stops/{id}/interviews/{interviewId}', { params }))
    else
      await answer(
        api.PUT('/api/stops/{id}/interviews/{interviewId}', { params, body: { ...written, ...piece.words } }),
      )
  }
}

export async function editPhoto(id: string, photoId: string, body: StopPhotoEdit): Promise<StopPhoto[]> {
  const params = { path: { id, photoId } }
  return (await answer(api.PATCH('/api/stops/{id}/photos/{photoId}', { params, body }))).photos
}

export async function removePhoto(id: string, photoId: string): Promise<StopPhoto[]> {
  const params = { path: { id, photoId } }
  return (await answer(api.DELETE('/api/stops/{id}/photos/{photoId}', { params }))).photos
}
