import { randomUUID } from 'node:crypto'
import { type Agent, type Answer, uploadBody } from '@jianbao/testkit'
import sharp from 'sharp'
import type { PhotoAnswer } from '../../contract/index.ts'

/** A picture of a camera: red above, blue below, lying on its side, with the place where it was taken. */
export function cameraPhoto({ width = 600, height = 400 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'red' } })
    .composite([
      {
        input: { create: { width, height: height / 2, channels: 3, background: 'blue' } },
        top: height / 2,
        left: 0,
      },
    ])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Qinghe', Artist: 'somebody' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 37/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '112/1 27/1 0/1',
      },
    })
    .toBuffer()
}

export async function sendPhoto(
  by: Agent,
  reportId: string,
  content: string | Uint8Array,
  { fileName = 'IMG_0001.JPG', photoId = randomUUID() }: { fileName?: string; photoId?: string } = {},
): Promise<Answer> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  return by.upload(payload, contentType, `/api/reports/${reportId}/photos?photoId=${photoId}`)
}

/** Adds a photo; fails the test when it is refused. */
export async function addedPhoto(
  by: Agent,
  reportId: string,
  content?: Uint8Array,
): Promise<PhotoAnswer['photo']> {
  const answer = await sendPhoto(by, reportId, content ?? (await cameraPhoto()))
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<PhotoAnswer>().photo
}
