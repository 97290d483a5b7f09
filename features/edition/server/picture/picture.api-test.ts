/** Pictures of an issue over HTTP: what is kept, who may, what is refused, and when bytes go. */
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addedPhoto, cameraPhoto } from '../../../report/server/photo/photo.fixture.ts'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import type { Edition, EditionContent, PictureAnswer, SourcePhoto } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { saveDoc } from '../figure/figure.fixture.ts'
import { addedPicture, sendPicture } from './picture.fixture.ts'
import { printPixels, scaleForPrint } from './read-images.ts'

let app: TestApp
let editor: Agent
let seriesId: string
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
  seriesId = await openSeries(app)
  editor = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function kept(): Promise<string[]> {
  const folder = join(app.config.dataFolder, 'photos')
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return names.flatMap(entry => (entry.isFile() ? [entry.name] : []))
}
const begin = async () => (await beginEdition(editor, seriesId)).id
const shows = (pictureId: string) => ({
  type: 'doc',
  content: [{ type: 'picture', attrs: { pictureId, caption: '现场', alt: '', widthPercent: 70 } }],
})

it('keeps a picture upright, without place and camera, in two sizes, for the person alone', async () => {
  const id = await begin()
  const { picture, pictures } = await addedPicture(
    editor,
    id,
    await cameraPhoto({ width: 4000, height: 3000 }),
  )
  expect(picture).toMatchObject({ width: 1920, height: 2560, mediaType: 'image/jpeg', reportId: null })
  expect(pictures).toHaveLength(1)
  const url = `/api/editions/${id}/pictures/${picture.id}`
  const [full, thumb] = await Promise.all([editor.get(url), editor.get(`${url}?size=thumb`)])
  expect(full.headers['cache-control']).toContain('private')
  expect(full.headers['content-security-policy']).toContain("default-src 'none'")
  for (const note of ['Qinghe', 'somebody', 'GPS', 'Exif']) expect(full.rawPayload.includes(note)).toBe(false)
  expect((await sharp(thumb.rawPayload).metadata()).height).toBe(480)
  expect((await sharp(await scaleForPrint(full.rawPayload)).metadata()).width).toBe(printPixels)
  expect((await (await app.as('editor@sister')).get(url)).statusCode).toBe(404)
  const edition = (await editor.get(`/api/editions/${id}`)).json<Edition>()
  expect(edition.pictures).toEqual(pictures)
  // Sent again it is the same one.
  expect((await addedPicture(editor, id, await cameraPhoto({ width: 4000, height: 3000 }))).pictures).toEqual(
    pictures,
  )
})

it('refuses what is no picture, what is too large and what is cut short, and keeps nothing of it', async () => {
  const id = await begin()
  const before = (await kept()).length
  const whole = await cameraPhoto()
  const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'white' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const refused: [string | Uint8Array, string][] = [
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'photo-not-picture'],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'photo-not-picture'],
    ['', 'photo-not-picture'],
    [whole.subarray(0, whole.length / 2), 'photo-damaged'],
    [bomb, 'photo-too-wide'],
  ]
  for (const [content, code] of refused)
    expect((await sendPicture(editor, id, content)).json(), code).toMatchObject({ code })
  expect((await kept()).length).toBe(before)
})

it('takes photos of its reports without copying a byte, and of no others', async () => {
  const writer = await app.as('unit-lead@city')
  const report = await writeReport(writer, { campaignId })
  const photo = await addedPhoto(writer, report.id)
  const current = (await writer.get(`/api/reports/${report.id}`)).json<{ id: string; version: number }>()
  const taken = await deed(editor, await deed(writer, current, 'approve'), 'adopt', {
    column: 'news',
    title: report.title,
    body: report.body,
  })
  const id = await begin()
  const from = { reportId: report.id, photoId: photo.id }
  const take = () => editor.post(`/api/editions/${id}/pictures/from-report`, from)
  expect((await take()).statusCode, 'its report does not stand there').toBe(404)
  const { content } = await addTo(editor, id, 'news', { adoptionIds: [taken.adoptions[0]!.id] })
  const listed = (await editor.get(`/api/editions/${id}/photos`)).json<{ photos: SourcePhoto[] }>()
  expect(listed.photos).toMatchObject([
    { ...from, itemId: content[0]!.id, pictureId: null, unitName: '云岭市科协' },
  ])
  const before = (await kept()).length
  const answer = await take()
  expect(answer.statusCode, answer.body).toBe(200)
  const { picture } = answer.json<PictureAnswer>()
  expect(picture).toMatchObject({ reportId: report.id, width: photo.width })
  expect((await kept()).length).toBe(before)
  expect((await take()).json<PictureAnswer>().picture.id).toBe(picture.id)
  expect((await editor.get(`/api/editions/${id}/pictures/${picture.id}?size=thumb`)).statusCode).toBe(200)
})

it('lets go of a picture only when no text shows it, and of its bytes only when nothing else does', async () => {
  const [id, other] = [await begin(), await begin()]
  const bytes = await cameraPhoto({ width: 640, height: 480 })
  const [here, there] = [await addedPicture(editor, id, bytes), await addedPicture(editor, other, bytes)]
  const { content } = await addTo(editor, id, 'news')
  const saved = await saveDoc(editor, id, content[0]!, shows(here.picture.id))
  expect(saved.statusCode, saved.body).toBe(200)
  const url = `/api/editions/${id}/pictures/${here.picture.id}`
  expect((await editor.delete(url)).json()).toMatchObject({ code: 'picture-used' })
  const item = saved.json<EditionContent>().content[0]!
  expect((await saveDoc(editor, id, item, { type: 'doc', content: [] })).statusCode).toBe(200)
  const before = (await kept()).length
  expect((await editor.delete(url)).json()).toEqual({ pictures: [] })
  expect((await kept()).length, 'the other issue shows it').toBe(before)
  expect((await editor.get(`/api/editions/${other}/pictures/${there.picture.id}`)).statusCode).toBe(200)
  await editor.delete(`/api/editions/${other}/pictures/${there.picture.id}`)
  expect((await kept()).length).toBe(before - 2)
})

it('refuses a text with a picture that is not kept for its issue', async () => {
  const [id, other] = [await begin(), await begin()]
  const { content } = await addTo(editor, id, 'news')
  const { picture } = await addedPicture(editor, other, await cameraPhoto({ width: 60, height: 40 }))
  for (const pictureId of [picture.id, randomUUID()])
    expect((await saveDoc(editor, id, content[0]!, shows(pictureId))).json()).toMatchObject({
      code: 'picture-unknown',
    })
})
