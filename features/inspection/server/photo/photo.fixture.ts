import { randomUUID } from 'node:crypto'
import { type Agent, type Answer, uploadBody } from '@jianbao/testkit'
import sharp from 'sharp'

export const smallPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()

export async function postPhoto(
  by: Agent,
  stopId: string,
  { photoId = randomUUID(), finding }: { photoId?: string; finding?: string } = {},
): Promise<Answer> {
  const { payload, contentType } = await uploadBody([
    { field: 'file', fileName: 'photo.jpg', content: await smallPicture() },
  ])
  const at = finding ? `&finding=${finding}` : ''
  return by.upload(payload, contentType, `/api/stops/${stopId}/photos?photoId=${photoId}${at}`)
}

/** Sends one; its id. */
export async function sendStopPhoto(by: Agent, stopId: string): Promise<string> {
  const photoId = randomUUID()
  const answer = await postPhoto(by, stopId, { photoId })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return photoId
}
