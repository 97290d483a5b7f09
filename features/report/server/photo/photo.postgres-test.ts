/** Two servers on one database: photos that come and go at once. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { type Agent, openTestServers, type TestApp, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhotoAnswer, Report } from '../../contract/index.ts'
import { openCampaign, packAround, writeReport } from '../report.fixture.ts'
import { cameraPhoto, sendPhoto } from './photo.fixture.ts'
import { photoServices } from './photo.services.ts'
import { deletePhoto, insertPhoto, lockContent, type PhotoRow } from './photo.store.ts'

let servers: TestServers
let writers: Agent[]
let campaignId: string
beforeAll(async () => {
  servers = await openTestServers()
  writers = await Promise.all(servers.apps.map(app => app.as('reporter@city')))
  ;({ campaignId } = await openCampaign(servers.apps[0]!, packAround('2026-05-31')))
}, 120_000)
afterAll(async () => {
  for (const app of servers.apps) expect(app.errors).toEqual([])
  await servers.close()
})

const draft = (): Promise<Report> => writeReport(writers[0]!, { campaignId })

test('the same photo sent to both at once is one', async () => {
  const { id } = await draft()
  const bytes = await cameraPhoto({ width: 300, height: 200 })
  const photoId = randomUUID()
  const answers = await Promise.all([0, 1, 0, 1].map(no => sendPhoto(writers[no]!, id, bytes, { photoId })))
  expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 200, 200, 201])
  expect(new Set(answers.map(answer => answer.json<PhotoAnswer>().photo.id))).toEqual(new Set([photoId]))
  expect((await writers[1]!.get(`/api/reports/${id}`)).json<Report>().photos).toHaveLength(1)
})

test('bytes that one server takes in are not swept away by the other before its commit', async () => {
  const [one, other] = servers.apps as [TestApp, TestApp]
  const { id } = await draft()
  const photos = await openFileStore(join(one.config.dataFolder, 'photos'))
  const sweeper = photoServices({ db: other.connection.db, clock: systemClock, photos })
  const file = await photos.receive(Buffer.from('the bytes of a picture'), { limitBytes: 100 })
  const { sha256 } = file
  let sweeping: Promise<void> = Promise.resolve()
  await one.connection.db.transaction(async tx => {
    await lockContent(tx, sha256)
    await file.keep()
    await insertPhoto(tx, id, photoOf(sha256), new Date())
    let swept = false
    sweeping = sweeper.sweep([sha256]).then(() => {
      swept = true
    })
    // Until the other is held, or was not and has looked.
    while (!swept && !(await rowsOf(tx, heldUp)).length);
  })
  await sweeping
  expect(Buffer.from(await photos.read(sha256)).toString()).toBe('the bytes of a picture')
  await one.connection.db.transaction(tx => deletePhoto(tx, id, photoId))
  await sweeper.sweep([sha256])
  await expect(photos.read(sha256)).rejects.toThrow()
})

const heldUp = sql`select from pg_locks where locktype = 'advisory' and not granted`
const photoId = randomUUID()
const photoOf = (sha256: string): PhotoRow => ({
  ...{ id: photoId, position: 0, sha256, thumbSha256: sha256, mediaType: 'image/jpeg', width: 1, height: 1 },
  ...{ sizeBytes: 22, caption: '' },
})
