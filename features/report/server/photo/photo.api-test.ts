/** Photos over HTTP: what is kept of them, who may, and what is refused. */
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PhotoAnswer, photosPerReport, type Report, type ReportPhotos } from '../../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from '../report.fixture.ts'
import { addedPhoto, cameraPhoto, sendPhoto } from './photo.fixture.ts'

let app: TestApp
let writer: Agent
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  ;({ campaignId } = await openCampaign(app, packAround('2026-05-31')))
  writer = await app.as('reporter@city')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const draft = () => writeReport(writer, { campaignId })
const url = (report: Pick<Report, 'id'>, photo: { id: string }) =>
  `/api/reports/${report.id}/photos/${photo.id}`
const read = async (report: Report, by = writer) => (await by.get(`/api/reports/${report.id}`)).json<Report>()
const edit = (by: Agent, report: Report, photo: { id: string }, payload: object) =>
  by.request({ method: 'PATCH', url: url(report, photo), payload })
/** Names of all files kept of photos. */
async function kept(): Promise<string[]> {
  const folder = join(app.config.dataFolder, 'photos')
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return names.flatMap(entry => (entry.isFile() ? [entry.name] : []))
}

test('a photo stands upright, keeps no place and no camera, and comes in two sizes', async () => {
  const report = await draft()
  const taken = await cameraPhoto({ width: 4000, height: 3000 })
  expect(await sharp(taken).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() })
  const answer = await sendPhoto(writer, report.id, taken)
  expect(answer.statusCode, answer.body).toBe(201)
  const { photo } = answer.json<PhotoAnswer>()
  expect(photo).toMatchObject({
    position: 0,
    mediaType: 'image/jpeg',
    width: 1920,
    height: 2560,
    caption: '',
  })
  const [full, thumb] = await Promise.all([writer.get(photo.url), writer.get(`${photo.url}?size=thumb`)])
  expect(full.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
  })
  expect(full.headers['content-security-policy']).toContain("default-src 'none'")
  const seen = await sharp(full.rawPayload).metadata()
  expect(seen).toMatchObject({ width: 1920, height: 2560 })
  for (const note of ['orientation', 'exif', 'xmp', 'iptc']) expect(seen).not.toHaveProperty(note)
  for (const note of ['Qinghe', 'somebody', 'GPS', 'Exif']) expect(full.rawPayload.includes(note)).toBe(false)
  expect(await sharp(thumb.rawPayload).metadata()).toMatchObject({ width: 360, height: 480 })
  // Turned by a quarter to the right: what was above is on the right.
  const { data, info } = await sharp(full.rawPayload).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number) => [...data.subarray((1280 * info.width + x) * 3, (1280 * info.width + x) * 3 + 3)]
  expect(at(1900)[0], 'red').toBeGreaterThan(200)
  expect(at(20)[2], 'blue').toBeGreaterThan(200)
  expect(await read(report)).toMatchObject({ photoCount: 1, photos: [{ id: photo.id }] })
})

test('sent again after the line broke it is the same photo; at once too', async () => {
  const report = await draft()
  const bytes = await cameraPhoto()
  const photoId = randomUUID()
  const [one, other] = await Promise.all([
    sendPhoto(writer, report.id, bytes, { photoId }),
    sendPhoto(writer, report.id, bytes, { photoId }),
  ])
  expect([one.statusCode, other.statusCode].sort()).toEqual([200, 201])
  expect((await sendPhoto(writer, report.id, bytes, { photoId })).json<PhotoAnswer>().known).toBe(true)
  expect((await read(report)).photos).toHaveLength(1)
  const elsewhere = await sendPhoto(writer, (await draft()).id, bytes, { photoId })
  expect(elsewhere.statusCode, 'the id is that of another report').toBe(400)
})

test('captions and order; a photo removed twice is gone', async () => {
  const report = await draft()
  const photos = []
  for (let i = 0; i < 3; i++) photos.push(await addedPhoto(writer, report.id))
  const [first, second, third] = photos as [(typeof photos)[0], (typeof photos)[0], (typeof photos)[0]]
  const answer = await edit(writer, report, third, { caption: ' 讲座\n现场\u0000 ', position: 0 })
  expect(answer.statusCode, answer.body).toBe(200)
  const order = (body: ReportPhotos) =>
    body.photos.map(({ id, position, caption }) => [id, position, caption])
  expect(order(answer.json())).toEqual([
    [third.id, 0, '讲座 现场'],
    [first.id, 1, ''],
    [second.id, 2, ''],
  ])
  expect(order((await writer.delete(url(report, first))).json())).toEqual([
    [third.id, 0, '讲座 现场'],
    [second.id, 1, ''],
  ])
  expect((await writer.delete(url(report, first))).statusCode).toBe(200)
  expect((await writer.get(url(report, first))).statusCode).toBe(404)
  expect(await read(report)).toMatchObject({ photoCount: 2 })
  for (const payload of [
    {},
    { position: -1 },
    { position: 99 },
    { caption: 1 },
    { caption: '字'.repeat(201) },
    { id: 1 },
  ])
    expect((await edit(writer, report, second, payload)).statusCode).toBe(400)
})

test('bytes go with the last report that shows them, and not before', async () => {
  const bytes = await cameraPhoto({ width: 640, height: 480 })
  const [one, other] = [await draft(), await draft()]
  const before = await kept()
  const photo = await addedPhoto(writer, one.id, bytes)
  const same = await addedPhoto(writer, other.id, bytes)
  expect(await kept()).toHaveLength(before.length + 2)
  await writer.delete(url(one, photo))
  expect((await writer.get(same.url)).statusCode).toBe(200)
  expect((await writer.get(`${same.url}?size=thumb`)).rawPayload.length).toBeGreaterThan(100)
  expect((await writer.post(`/api/reports/${other.id}/remove`, { version: other.version })).statusCode).toBe(
    204,
  )
  expect(await kept()).toEqual(before)
})

test('whoever may not edit the report changes no photo; whoever may not see it sees none', async () => {
  const report = await draft()
  const photo = await addedPhoto(writer, report.id)
  const bytes = await cameraPhoto()
  for (const persona of ['reporter@sister', 'reporter@county'] as const) {
    const stranger = await app.as(persona)
    expect((await stranger.get(photo.url)).statusCode).toBe(404)
    expect((await sendPhoto(stranger, report.id, bytes)).statusCode).toBe(404)
    expect((await edit(stranger, report, photo, { caption: '换' })).statusCode).toBe(404)
    expect((await stranger.delete(url(report, photo))).statusCode).toBe(404)
  }
  const desk = await app.as('editor')
  expect((await desk.get(photo.url)).statusCode, 'a draft is for its unit').toBe(404)
  const lead = await app.as('unit-lead@city')
  const sent = await deed(lead, await read(report), 'approve')
  expect((await desk.get(photo.url)).statusCode).toBe(200)
  expect((await sendPhoto(desk, report.id, bytes)).statusCode, 'a desk takes no photos in').toBe(404)
  const late = await sendPhoto(writer, sent.id, bytes)
  expect(late.json()).toMatchObject({ status: 409, code: 'report-state' })
  expect((await writer.delete(url(report, photo))).json()).toMatchObject({ code: 'report-state' })
  expect((await (await app.as('reporter@city')).get(photo.url)).statusCode).toBe(200)
})

test('so many to a report and no more, however fast they come', async () => {
  const report = await draft()
  const bytes = await cameraPhoto({ width: 60, height: 40 })
  const answers = await Promise.all(
    Array.from({ length: photosPerReport + 2 }, () => sendPhoto(writer, report.id, bytes)),
  )
  const refused = answers.filter(answer => answer.statusCode !== 201)
  expect(refused.map(answer => answer.json<{ code: string }>().code)).toEqual([
    'photo-too-many',
    'photo-too-many',
  ])
  const { photos } = await read(report)
  expect(photos.map(photo => photo.position)).toEqual(photos.map((_, i) => i))
  expect(photos).toHaveLength(photosPerReport)
})

/** A PNG whose head claims so many pixels, and says nothing of them. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  const { crc32 } = await import('node:zlib')
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"/>'
const whole = await cameraPhoto()
test.each<[string, string | Uint8Array, number, string]>([
  ['60 MB', Buffer.concat([whole, Buffer.alloc(60 * 1024 * 1024)]), 413, 'photo-too-large'],
  ['no bytes', '', 422, 'photo-not-picture'],
  ['a text that says it is a photo', '不是照片', 422, 'photo-not-picture'],
  ['an SVG', svg, 422, 'photo-not-picture'],
  [
    'an SVG behind the mark of a PNG',
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]),
    422,
    'photo-damaged',
  ],
  ['a script in the clothes of a GIF', 'GIF89a/*<script>alert(1)</script>*/=1;', 422, 'photo-not-picture'],
  ['half a photo', whole.subarray(0, whole.length / 2), 422, 'photo-damaged'],
  ['the first bytes alone', whole.subarray(0, 20), 422, 'photo-damaged'],
  ['two billion pixels in a kilobyte', await claiming(46_000, 46_000), 422, 'photo-too-wide'],
  [
    'a photo of an iPhone as it is',
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
    422,
    'photo-not-picture',
  ],
  ['a Word file', 'PK\x03\x04word', 422, 'photo-not-picture'],
])('%s is refused, and nothing is kept of it', async (_name, content, status, code) => {
  const report = await draft()
  const before = await kept()
  const answer = await sendPhoto(writer, report.id, content, { fileName: '会场.jpg' })
  expect(answer.json()).toMatchObject({ status, code })
  expect(answer.json<{ title: string; detail: string }>().detail ?? answer.body).toContain('会场.jpg')
  expect(await kept()).toEqual(before)
  expect((await read(report)).photos).toEqual([])
})

test('what hides behind a photo or in its notes does not come through', async () => {
  const report = await draft()
  const payload = Buffer.from('<?php evil() ?><script>alert(1)</script>PK\x03\x04')
  const polyglot = Buffer.concat([await sharp(whole).withXmp('<x>evil()</x>').toBuffer(), payload])
  const photo = await addedPhoto(writer, report.id, polyglot)
  const { rawPayload } = await writer.get(photo.url)
  for (const trace of ['evil', 'script', 'PK\x03\x04']) expect(rawPayload.includes(trace)).toBe(false)
})

test('a transparent picture stays transparent; names and forms that are no upload are refused', async () => {
  const report = await draft()
  const clear = {
    create: { width: 80, height: 60, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
  } as const
  const photo = await addedPhoto(writer, report.id, await sharp(clear).png().toBuffer())
  expect(photo.mediaType).toBe('image/webp')
  const shown = await writer.get(photo.url)
  expect(shown.headers['content-type']).toBe('image/webp')
  expect((await sharp(shown.rawPayload).metadata()).hasAlpha).toBe(true)
  expect((await writer.post(`/api/reports/${report.id}/photos?photoId=${randomUUID()}`, {})).statusCode).toBe(
    400,
  )
  expect((await sendPhoto(writer, report.id, whole, { photoId: '../x' })).statusCode).toBe(400)
  expect((await sendPhoto(writer, testUnits.city, whole)).statusCode).toBe(404)
})
