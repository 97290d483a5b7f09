import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openMailServer, type TestMailServer } from '@jianbao/platform/mail-fixture'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeliveryPage, DistributionRow, Received, ReceivedPage } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { distribute } from './distribute.ts'
import { issueEdition, printedPdf } from './distribution.fixture.ts'

let app: TestApp
let server: TestMailServer
let refuses = false
const now = new Date('2026-06-01T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  server = await openMailServer({ rcpt: () => (refuses ? { code: 550, words: 'no such user' } : null) })
  app = await openTestApp({
    clock,
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: '简报台 <jianbao@example.cn>',
      PUBLIC_URL: 'http://jianbao.test',
    },
  })
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const list: DistributionRow[] = [
  { to: '报', recipients: [{ name: '省领导', unitId: null, email: null }] },
  { to: '送', recipients: [{ name: '省直办公室', unitId: null, email: 'office@outside.cn' }] },
  {
    to: '发',
    recipients: [
      { name: '旧名', unitId: testUnits.city, email: null },
      { name: '海州市科协', unitId: testUnits.sister, email: null },
    ],
  },
]
async function issue(distribution = list, unitId: string = testUnits.root): Promise<string> {
  const seriesId = await openSeries(app, { distribution, unitId })
  const editor = await app.as(unitId === testUnits.root ? 'editor' : 'editor@county')
  const edition = await beginEdition(editor, seriesId)
  const text = {
    kind: 'article',
    headline: '甲市开展活动',
    subtitle: '',
    contributor: '',
    doc: { type: 'doc', content: [] },
  }
  await addTo(editor, edition.id, 'news', { text })
  await issueEdition(app, edition.id, now)
  return edition.id
}
const page = async (id: string, query = ''): Promise<DeliveryPage> =>
  (await (await app.as('editor')).get(`/api/editions/${id}/deliveries${query}`)).json()
const received = async (persona: Parameters<TestApp['as']>[0], query = '') =>
  (await (await app.as(persona)).get(`/api/deliveries${query}`)).json<ReceivedPage>()
async function handOver(): Promise<void> {
  await app.distribution.look()
  await app.mailer.queue.idle()
}

it('delivers once to units, addresses and names, and counts what the list shows', async () => {
  const id = await issue()
  await app.connection.db.transaction(tx => distribute(tx, { id }, now))
  const { rows, counts, kinds } = await page(id)
  expect(rows.map(row => [row.to, row.name, row.way])).toEqual([
    ['送', '省直办公室', 'mail'],
    ['发', '云岭市科协', 'app'],
    ['发', '海州市科协', 'app'],
    ['报', '省领导', 'print'],
  ])
  expect(counts).toMatchObject({ all: 4, unread: 3, unacknowledged: 3, acknowledged: 0, print: 1 })
  expect(kinds.map(kind => [kind.to, kind.counts.all])).toEqual([
    ['报', 1],
    ['送', 1],
    ['发', 2],
  ])
  for (const tab of ['unread', 'unacknowledged', 'opened', 'acknowledged', 'failed', 'print', 'all'] as const)
    expect((await page(id, `?tab=${tab}`)).total, tab).toBe(counts[tab])
  const notices = await (await app.as('reporter@city')).get('/api/notices')
  expect(notices.body).toContain(`/received?edition=${id}`)
})

it('is opened and acknowledged by the people of the unit; those above look on without a mark', async () => {
  const id = await issue()
  const mine = (await received('reporter@city', `?edition=${id}`)).rows
  expect(mine).toMatchObject([{ unitName: '云岭市科协', read: false, actions: ['acknowledge'] }])
  const url = `/api/deliveries/${mine[0]!.id}`
  expect((await received('reporter@sister', `?edition=${id}`)).rows[0]!.id).not.toBe(mine[0]!.id)
  expect((await (await app.as('reporter@sister')).get(url)).statusCode).toBe(404)
  expect((await (await app.as('reporter@county')).get(`${url}/file?format=pdf`)).statusCode).toBe(404)

  await (await app.as('coordinator')).post(`${url}/open`)
  expect((await page(id, '?tab=opened')).total).toBe(0)
  expect((await (await app.as('coordinator')).post(`${url}/acknowledge`)).statusCode).toBe(404)
  const reporter = await app.as('reporter@city')
  for (let time = 0; time < 2; time++)
    expect((await reporter.post(`${url}/open`)).json<Received>()).toMatchObject({ read: true })
  await (await app.as('unit-lead@city')).post(`${url}/open`)
  expect((await page(id, '?tab=opened')).rows).toMatchObject([
    { readers: 2, state: 'opened', acknowledgedName: null },
  ])

  const file = await reporter.get(`${url}/file?format=pdf`)
  expect(file.rawPayload.equals(printedPdf)).toBe(true)
  expect((await reporter.get(`${url}/file?format=docx`)).statusCode).toBe(404)

  expect((await reporter.post(`${url}/acknowledge`)).json()).toMatchObject({
    acknowledgedName: 'reporter.city',
  })
  const again = await (await app.as('unit-lead@city')).post(`${url}/acknowledge`)
  expect(again.json()).toMatchObject({ code: 'delivery-acknowledged' })
  expect((await received('reporter@city', `?edition=${id}&tab=open`)).total).toBe(0)
  const work = await (await app.as('reporter@city')).get('/api/work')
  expect(work.body).not.toContain(mine[0]!.id)
  const audit = await rowsOf(
    app.connection.db,
    sql`select from audit_entry where action = 'delivery.acknowledge' and outcome = 'done' and object = ${mine[0]!.id}`,
  )
  expect(audit).toHaveLength(1)
})

it('comes from below too: a county’s bulletin is read at its city, which sees nothing else of the county’s desk', async () => {
  const up: DistributionRow[] = [
    { to: '报', recipients: [{ name: '市', unitId: testUnits.city, email: null }] },
  ]
  const id = await issue(up, testUnits.county)
  const [row] = (await received('reporter@city', `?edition=${id}`)).rows
  expect(row).toMatchObject({ to: '报', issueName: expect.stringContaining('第1期') })
  const sister = await app.as('editor@sister')
  expect((await sister.get(`/api/editions/${id}/deliveries`)).statusCode).toBe(404)
  expect((await sister.get(`/api/deliveries/${row!.id}`)).statusCode).toBe(404)
})

it('mails outside with the PDF and a link that confirms by its button alone, and says what mail proves', async () => {
  const id = await issue()
  expect((await page(id)).rows[0]).toMatchObject({ way: 'mail', state: 'waiting' })
  await handOver()
  expect(server.envelopes.at(-1)).toBe('office@outside.cn')
  const { issueName } = await page(id)
  const mail = server.received.find(({ subject }) => subject?.startsWith(issueName))!
  expect(mail.attachments[0]!.content.equals(printedPdf)).toBe(true)
  expect((await page(id)).rows[0]).toMatchObject({ state: 'delivered', openedAt: null, letter: 'sent' })
  const link = /http:\/\/jianbao\.test(\/deliveries\/[\w-]{43})/.exec(mail.text ?? '')![1]!
  const stranger = await app.as('anonymous')
  const shown = await stranger.get(link)
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('确认收到')
  expect((await stranger.get(`${link}/file`)).rawPayload.equals(printedPdf)).toBe(true)
  expect((await page(id)).rows[0], 'looking at it writes nothing').toMatchObject({ state: 'delivered' })
  const pressed = await stranger.request({
    method: 'POST',
    url: `${link}/confirm`,
    headers: { 'content-type': 'text/plain' },
    payload: '',
  })
  expect(pressed.statusCode).toBe(303)
  expect((await page(id, '?tab=acknowledged')).rows).toMatchObject([
    { name: '省直办公室', acknowledgedName: null },
  ])
  expect((await stranger.get(link)).body).toContain('已于2026年6月1日确认收到')
  const other = link.replace(/.$/, link.endsWith('A') ? 'B' : 'A')
  expect((await stranger.get(other)).statusCode).toBe(404)
  expect((await stranger.post(`${other}/confirm`)).statusCode).toBe(404)
  const kept = await rowsOf(
    app.connection.db,
    sql`select from delivery where token_hash = ${link.split('/').pop()}`,
  )
  expect(kept, 'the token itself is kept nowhere').toEqual([])
})

it('shows a letter that was refused, and sends it again when asked', async () => {
  refuses = true
  const id = await issue()
  await handOver()
  const [failed] = (await page(id, '?tab=failed')).rows
  expect(failed).toMatchObject({ state: 'failed', problem: 'address-refused', actions: ['remind', 'resend'] })
  refuses = false
  const editor = await app.as('editor')
  const resend = `/api/editions/${id}/deliveries/${failed!.id}/resend`
  expect((await editor.post(resend)).statusCode).toBe(204)
  await handOver()
  expect((await page(id, '?q=省直')).rows).toMatchObject([{ state: 'delivered', actions: ['remind'] }])
  expect((await editor.post(resend)).json()).toMatchObject({ code: 'delivery-sent' })
})

it('reminds those who have not acknowledged it, once a day', async () => {
  const id = await issue()
  await handOver()
  const editor = await app.as('editor')
  const remind = async (body = {}) =>
    (await editor.post(`/api/editions/${id}/deliveries/remind`, body)).json()
  const [city] = (await received('reporter@city', `?edition=${id}`)).rows
  await (await app.as('reporter@city')).post(`/api/deliveries/${city!.id}/acknowledge`)
  const before = server.envelopes.length
  expect(await remind()).toEqual({ reminded: 2, quiet: 0, unreached: 0 })
  expect(await remind()).toEqual({ reminded: 0, quiet: 2, unreached: 0 })
  await handOver()
  expect(server.envelopes.slice(before)).toEqual(['office@outside.cn'])
  await app.connection.db.execute(sql`update delivery set reminded_at = reminded_at - interval '1 day'`)
  expect(await remind()).toMatchObject({ reminded: 2 })
  expect((await page(id, '?q=海州')).rows).toMatchObject([{ reminders: 2, remindedAt: now.toISOString() }])
  const notices = await (await app.as('reporter@sister')).get('/api/notices')
  expect(notices.body).toContain('delivery.reminded')
})

it('sends it to one more recipient, not twice to a unit', async () => {
  const id = await issue()
  const editor = await app.as('editor')
  const add = (more: object) =>
    editor.post(`/api/editions/${id}/deliveries`, { to: '送', name: '', unitId: null, email: null, ...more })
  expect((await add({ unitId: testUnits.county })).statusCode).toBe(204)
  expect((await add({ unitId: testUnits.county })).json()).toMatchObject({ code: 'delivery-known' })
  expect((await add({})).json()).toMatchObject({ code: 'delivery-unit-unknown' })
  expect((await page(id, '?q=溪口')).rows).toMatchObject([{ name: '溪口县科协', addedName: 'editor' }])
  expect((await received('reporter@county', `?edition=${id}`)).total).toBe(1)
  const sheet = await editor.post(`/api/editions/${id}/deliveries/export`, {})
  expect(sheet.statusCode).toBe(200)
})

it('both locks hold: neither a stranger’s transaction nor a sister’s reads or writes a delivery', async () => {
  const id = await issue()
  const [row] = (await received('reporter@city', `?edition=${id}`)).rows
  const { enterScope } = await import('@jianbao/platform/access')
  const [sister] = await rowsOf<{ path: string }>(
    app.connection.db,
    sql`select path from unit where id = ${testUnits.sister}`,
  )
  const scope = { roots: [{ unitId: testUnits.sister, path: sister!.path }], content: true }
  await app.connection.db.transaction(async tx => {
    await enterScope(tx, { scope, personId: 'x' })
    expect(await rowsOf(tx, sql`select from delivery where id = ${row!.id}`)).toEqual([])
    const update = await rowsOf(tx, sql`update delivery set name = 'x' where edition_id = ${id} returning id`)
    expect(update).toEqual([])
  })
  const forged = app.connection.db.transaction(async tx => {
    await enterScope(tx, { scope, personId: 'x' })
    await tx.execute(sql`insert into delivery_receipt values (${row!.id}, 'acknowledged', 'x', 'x', now())`)
  })
  await expect(forged).rejects.toThrow()
})

it('without a mail server it says that nothing is mailed, and reminds nobody outside', async () => {
  const bare = await openTestApp()
  try {
    const editor = await bare.as('editor')
    const edition = await beginEdition(editor, await openSeries(bare, { distribution: list }))
    await addTo(editor, edition.id, 'news')
    await issueEdition(bare, edition.id)
    const url = `/api/editions/${edition.id}/deliveries`
    const mailed = async () => (await editor.get(`${url}?q=省直`)).json<DeliveryPage>()
    expect(await mailed()).toMatchObject({ mails: false, rows: [{ state: 'unmailed' }] })
    await bare.distribution.look()
    expect(await mailed()).toMatchObject({
      rows: [{ state: 'unmailed', letter: 'off', actions: ['remind'] }],
    })
    expect((await editor.post(`${url}/remind`, {})).json()).toEqual({ reminded: 2, quiet: 0, unreached: 1 })
  } finally {
    await bare.close()
  }
})
