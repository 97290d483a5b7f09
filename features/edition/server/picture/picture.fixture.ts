import { randomUUID } from 'node:crypto'
import { type Agent, type Answer, uploadBody } from '@jianbao/testkit'
import type { PictureAnswer } from '../../contract/index.ts'

export async function sendPicture(
  by: Agent,
  editionId: string,
  content: string | Uint8Array,
  { fileName = 'IMG_0001.JPG', pictureId = randomUUID() }: { fileName?: string; pictureId?: string } = {},
): Promise<Answer> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  return by.upload(payload, contentType, `/api/editions/${editionId}/pictures?pictureId=${pictureId}`)
}

/** Adds a picture; fails the test when it is refused. */
export async function addedPicture(
  by: Agent,
  editionId: string,
  content: Uint8Array,
): Promise<PictureAnswer> {
  const answer = await sendPicture(by, editionId, content)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<PictureAnswer>()
}
