/** Two servers on one database: photos that come and go at once. */
import { randomUUID } from 'node:crypto'
import { type Agent, openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhotoAnswer, Report } from '../../contract/index.ts'
import { openCampaign, packAround, writeReport } from '../report.fixture.ts'
import { addedPhoto, cameraPhoto, sendPhoto } from './photo.fixture.ts'

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

test('a picture removed from one report while another takes it in is there for the other', async () => {
  const bytes = await cameraPhoto({ width: 320, height: 200 })
  for (let round = 0; round < 8; round++) {
    const [leaving, coming] = [await draft(), await draft()]
    const old = await addedPhoto(writers[0]!, leaving.id, bytes)
    const [removed, added] = await Promise.all([
      writers[0]!.delete(`/api/reports/${leaving.id}/photos/${old.id}`),
      addedPhoto(writers[1]!, coming.id, bytes),
    ])
    expect(removed.statusCode).toBe(200)
    for (const url of [added.url, `${added.url}?size=thumb`]) {
      const shown = await writers[1]!.get(url)
      expect([shown.statusCode, shown.rawPayload.length > 100]).toEqual([200, true])
    }
    await writers[1]!.delete(`/api/reports/${coming.id}/photos/${added.id}`)
  }
})
