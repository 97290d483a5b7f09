/** What people try who may work at a desk, but not with everything. */
import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type DeliveryPage,
  type DistributionRow,
  type Edition,
  type ReceivedPage,
  type Series,
  usualSettings,
} from '../contract/index.ts'
import { issueEdition, printedPdf } from './distribution/distribution.fixture.ts'
import { receiptToken, tokenHash } from './distribution/receipt-token.ts'
import { addTo, beginEdition, openSeries, seriesDraft } from './edition.fixture.ts'
import { actOn, filledEdition, pieceOf, readEdition } from './sign/sign.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors.filter(line => !line.includes('issue-form-damaged'))).toEqual([])
  await app.close()
})

const distribution: DistributionRow[] = [
  {
    to: '发',
    recipients: [
      { name: '溪口县科协', unitId: testUnits.county, email: null },
      { name: '某报社', unitId: null, email: 'desk@outside.cn' },
    ],
  },
]
async function issued(): Promise<string> {
  const seriesId = await openSeries(app, { distribution, unitId: testUnits.city })
  const editor = await app.as('editor@city')
  const { id } = await beginEdition(editor, seriesId)
  await addTo(editor, id, 'news', { text: pieceOf('云岭市科协开展活动', '正文。') })
  await issueEdition(app, id)
  return id
}

it('addresses of recipients are for the issuing unit alone, as in the list of its series', async () => {
  const id = await issued()
  const own = await (await app.as('editor@city')).get(`/api/editions/${id}/deliveries`)
  expect(own.body).toContain('desk@outside.cn')
  const above = await app.as('editor')
  expect((await above.get(`/api/editions/${id}/deliveries`)).body).not.toContain('desk@outside.cn')
  const found = await above.get(`/api/editions/${id}/deliveries?q=desk@out`)
  expect(found.json<DeliveryPage>().total, 'nor told by what is found').toBe(0)
})

it('a form that is no longer what was issued is not handed out to those it was sent to', async () => {
  const id = await issued()
  const reporter = await app.as('reporter@county')
  const [row] = (await reporter.get(`/api/deliveries?edition=${id}`)).json<ReceivedPage>().rows
  const token = receiptToken('test', randomUUID())
  await app.connection.db.execute(
    sql`update delivery set token_hash = ${tokenHash(token)} where edition_id = ${id} and email is not null`,
  )
  const visitor = await app.as('anonymous')
  expect((await visitor.get(`/deliveries/${token}/file`)).rawPayload.equals(printedPdf)).toBe(true)
  const sha256 = createHash('sha256').update(printedPdf).digest('hex')
  const path = join(app.config.dataFolder, 'issues', sha256.slice(0, 2), sha256)
  try {
    await writeFile(path, '%PDF-1.7 something else')
    for (const answer of [
      await reporter.get(`/api/deliveries/${row!.id}/file?format=pdf`),
      await visitor.get(`/deliveries/${token}/file`),
    ])
      expect(answer.json()).toMatchObject({ code: 'issue-form-damaged' })
  } finally {
    await writeFile(path, printedPdf)
  }
})

it('the page of a letter is kept by nobody on the way', async () => {
  const id = await issued()
  const token = receiptToken('test', randomUUID())
  await app.connection.db.execute(
    sql`update delivery set token_hash = ${tokenHash(token)} where edition_id = ${id} and email is not null`,
  )
  const page = await (await app.as('anonymous')).request({
    method: 'GET',
    url: `/deliveries/${token}`,
    headers: { accept: 'text/html' },
  })
  expect(page.statusCode).toBe(200)
  expect(page.headers['cache-control']).toBe('private, no-store')
  expect(page.headers['etag']).toBeUndefined()
})

it('an issue of a series that is never public is published by nobody', async () => {
  const settings = { ...usualSettings, public: 'never' as const }
  const editor = await app.as('editor')
  const edition = await filledEdition(app, editor, { settings })
  await actOn(await app.as('signatory'), edition, 'force', { reason: '先行印发' })
  await app.issuing.settle()
  expect((await readEdition(editor, edition.id)).state).toBe('issued')
  const issue = await editor.get(`/api/issues/${edition.id}`)
  expect(issue.json()).toMatchObject({ published: false })
  expect(issue.json<{ may: string[] }>().may).not.toContain('publish')
  const answer = await editor.post(`/api/issues/${edition.id}/publish`)
  expect(answer.json()).toMatchObject({ code: 'not-now' })
})

it('numbers beyond all sense are refused at the door', async () => {
  const editor = await app.as('editor')
  const edition = await filledEdition(app, editor)
  const comment = { itemId: null, quote: '正文', occurrence: 0, block: 0, text: '请核' }
  for (const more of [{ block: 3e9 }, { occurrence: 3e9 }]) {
    const answer = await editor.post(`/api/editions/${edition.id}/comments`, { ...comment, ...more })
    expect(answer.statusCode, answer.body).toBe(400)
  }
  const startAfter = { issueNo: 3e9, specialNo: 0, runningNo: 0 }
  const answer = await editor.post('/api/series', seriesDraft({ name: randomUUID().slice(0, 8), startAfter }))
  expect(answer.statusCode, answer.body).toBe(400)
})

it('a number that is given already is given to no second issue, however the counting was changed between', async () => {
  const editor = await app.as('editor')
  const signatory = await app.as('signatory')
  const settings = { ...usualSettings, yearly: false }
  const opened = await editor.post('/api/series', seriesDraft({ name: randomUUID().slice(0, 8), settings }))
  const series = opened.json<Series>()
  const sign = async (date: string) => {
    const filled = await filledEdition(app, editor, { seriesId: series.id })
    const { version } = filled
    const dated = await editor.request({
      method: 'PATCH',
      url: `/api/editions/${filled.id}`,
      payload: { version, date, special: false },
    })
    expect(dated.statusCode, dated.body).toBe(200)
    const next = dated.json<Edition>().issueNo
    const signed = await actOn(signatory, dated.json<Edition>(), 'force', { reason: '先行印发' })
    expect(signed.issueNo, 'what the page said it would get').toBe(next)
    return signed.issueNo
  }
  expect(await sign('2025-12-30')).toBe(1)
  const current = (await editor.get(`/api/series/${series.id}`)).json<Series>()
  const { unitId: _, startAfter: __, ...written } = seriesDraft({ name: current.name })
  const changed = await editor.request({
    method: 'PUT',
    url: `/api/series/${series.id}`,
    payload: { ...written, version: current.version, settings: { ...settings, yearly: true } },
  })
  expect(changed.statusCode, changed.body).toBe(200)
  expect(await sign('2025-12-31')).toBe(2)
})
