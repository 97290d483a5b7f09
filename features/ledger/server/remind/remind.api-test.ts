import { rowsOf, sql } from '@jianbao/platform/db'
import { openMailServer, type TestMailServer } from '@jianbao/platform/mail-fixture'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSpring, remindedPack, standingReport } from './remind.fixture.ts'

let app: TestApp
let server: TestMailServer
let now: Date
const at = (moment: string): Date => {
  now = new Date(`${moment}:00+08:00`)
  return now
}

beforeEach(async () => {
  server = await openMailServer()
  at('2026-03-02T08:30')
  app = await openTestApp({
    clock: { now: () => now },
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: 'a@example.cn',
      PUBLIC_URL: 'https://jianbao.example.cn',
    },
  })
})
afterEach(async () => {
  await app.close()
  await server.close()
})

async function look(moment: string): Promise<void> {
  at(moment)
  await app.reminders.look()
  await app.reminders.queue.idle()
  await app.mailer.queue.idle()
}
const notices = (kind: string) =>
  rowsOf<{ name: string; details: Record<string, unknown>; link: string }>(
    app.connection.db,
    sql`select p.name, n.details, n.link from notice n join person p on p.id = n.person_id where n.kind = ${kind}
      order by n.id`,
  )
const told = async () => (await notices('remind.digest')).map(({ name }) => name).sort()
async function subscribe(persona: 'reporter@county' | 'unit-lead@city', muted: string[] = []): Promise<void> {
  const agent = await app.as(persona)
  await agent.post('/api/session/mail/address', { address: `${persona.replace('@', '.')}@unit.cn` })
  await app.mailer.queue.idle()
  const code = /验证码 (\d{6})/.exec(server.received.at(-1)!.text!)![1]!
  expect((await agent.post('/api/session/mail/confirm', { code })).statusCode).toBe(200)
  if (muted.length) await agent.post('/api/session/mail/choice', { daily: true, muted })
}

test('two working days before, everybody of the units that have not reported is told once, by notice and by mail', async () => {
  await subscribe('reporter@county')
  await subscribe('unit-lead@city', ['task'])
  const before = server.received.length
  const { opening, campaignId } = await openSpring(app.connection.db, remindedPack('2026-03-04'), now)
  await standingReport(app.connection.db, {
    ...{
      campaignId,
      taskId: opening,
      unitId: testUnits.sister,
      title: '已报',
      last: 'accept',
      day: '2026-02-27',
    },
  })
  await look('2026-03-02T08:59')
  expect(await told(), 'not before its time').toEqual([])
  await look('2026-03-02T09:00')
  await look('2026-03-02T09:01')
  await look('2026-03-02T17:00')
  const names = [...new Set(await told())]
  expect(names).toHaveLength(4)
  expect(await told()).toEqual(names)
  const [first] = await notices('remind.digest')
  expect(first).toMatchObject({
    details: { count: 1, title: '动员部署' },
    link: '/reminders/mine?day=2026-03-02',
  })
  const mails = server.received.slice(before)
  expect(server.envelopes.slice(before)).toEqual(['reporter.county@unit.cn'])
  expect(mails[0]!.subject).toBe('简报台：今天有 1 件事提醒您')
  expect(mails[0]!.text).toContain('1 项任务一周内到期')
  expect(mails[0]!.text).toContain('动员部署')
  const list = `https://jianbao.example.cn/desk/gaps?campaign=${campaignId}&unit=${testUnits.county}&only=true&group=near`
  expect(mails[0]!.text).toContain(list)
  expect(mails[0]!.text).toContain('https://jianbao.example.cn/desk/account')
})

test('a morning that was missed is made up for the same day, and no other; nothing on days off', async () => {
  await openSpring(app.connection.db, remindedPack('2026-03-04'), now)
  await look('2026-03-01T10:00')
  expect(await told(), 'a Sunday').toEqual([])
  await look('2026-03-03T10:00')
  expect(await told(), 'the day before is not made up for').toEqual([])
  await look('2026-03-06T16:30')
  expect((await told()).length, 'two working days over, late').toBe(6)
  await look('2026-03-07T09:30')
  await look('2026-03-09T09:30')
  expect((await told()).length).toBe(6)
  await look('2026-03-10T21:00')
  expect((await told()).length, 'in the quiet hours of the fourth').toBe(6)
})

test('a round put in line and not begun before midnight is missed, not made up for', async () => {
  await openSpring(app.connection.db, remindedPack('2026-03-04'), now)
  at('2026-03-02T08:59')
  await app.reminders.queue.close()
  await app.connection.db.execute(sql`insert into reminder_round (id, campaign_id, day)
    select gen_random_uuid(), id, '2026-03-02' from campaign`)
  const other = await openTestApp({ connection: app.connection, clock: { now: () => now } })
  at('2026-03-03T00:10')
  await app.connection.db.transaction(async tx => {
    const rows = await rowsOf<{ id: string }>(tx, sql`select id from reminder_round where state = 'waiting'`)
    await other.reminders.queue.send(
      tx,
      'remind-round',
      rows.map(({ id }) => id),
    )
  })
  other.reminders.queue.wake()
  await other.reminders.queue.idle()
  const states = await rowsOf<{ state: string }>(
    app.connection.db,
    sql`select distinct state from reminder_round`,
  )
  expect([await told(), states]).toEqual([[], [{ state: 'missed' }]])
  await other.close()
})

test('a person sees what they were told, with the list behind each line; a coordinator sees the record of their units', async () => {
  const { campaignId } = await openSpring(app.connection.db, remindedPack('2026-03-04'), now)
  await look('2026-03-02T09:00')
  const mine = (await (await app.as('reporter@county')).get('/api/reminders/mine')).json()
  expect(mine.digests).toMatchObject([
    { day: '2026-03-02', lines: [{ kind: 'near', count: 1, titles: ['动员部署'], unitName: '溪口县科协' }] },
  ])
  const { link, count } = mine.digests[0].lines[0]
  const query = new URLSearchParams(link.split('?')[1]).get('campaign')
  const counted = await (await app.as('reporter@county')).get(
    `/api/coverage/entries?campaign=${query}&under=${testUnits.county}&only=true&group=near`,
  )
  expect([query, counted.json().total]).toEqual([campaignId, count])
  expect((await (await app.as('reporter@sister')).get('/api/reminders/mine')).json().digests.length).toBe(1)
  expect((await (await app.as('editor@city')).get('/api/reminders/mine')).json()).toEqual({ digests: [] })
  const city = (await (await app.as('coordinator@city')).get('/api/reminders')).json()
  expect(city).toMatchObject({
    total: 2,
    counts: { automatic: 2, manual: 0, unreached: 0 },
    actions: ['export', 'preview'],
  })
  expect(city.rows[0]).toMatchObject({
    kind: 'task',
    taskName: '动员部署',
    way: 'automatic',
    people: 2,
    by: null,
  })
  const root = (await (await app.as('coordinator')).get(`/api/reminders?under=${testUnits.sister}`)).json()
  expect(root.total).toBe(1)
  const outside = await (await app.as('coordinator@city')).get(`/api/reminders?under=${testUnits.sister}`)
  expect(outside.json().total).toBe(0)
})

test('signatures, desks and commitments are told to whom they wait for', async () => {
  const { db } = app.connection
  const { campaignId } = await openSpring(db, remindedPack('2026-12-31'), now)
  const waiting = { campaignId, unitId: testUnits.county, day: '2026-02-27' }
  await standingReport(db, { ...waiting, title: '等审签的稿', last: 'send' })
  await standingReport(db, { ...waiting, title: '等受理的稿', last: 'approve', deskId: testUnits.city })
  await db.execute(sql`insert into commitment (id, campaign_id, unit_id, scope_path, key, name, paragraphs, until_day, issued_at, issued_by)
    values (gen_random_uuid(), ${campaignId}, ${testUnits.sister}, '', 'promise', '承诺书', '[]', '2026-03-04', now(), 'x')`)
  await look('2026-03-02T09:00')
  const digests = await rowsOf<{ name: string; kinds: string }>(
    db,
    sql`select p.name, (select string_agg(l->>'kind' || ' ' || (l->>'titles'), ',') from jsonb_array_elements(d.lines) l) as kinds
      from reminder_digest d join person p on p.id = d.person_id order by 2`,
  )
  expect(digests.map(({ kinds }) => kinds)).toEqual([
    'commitment ["承诺书"]',
    'desk ["等受理的稿"]',
    'review ["等审签的稿"]',
  ])
  expect(digests.map(({ name }) => name)).toEqual([
    expect.stringContaining('unit_lead.sister'),
    expect.stringContaining('editor.city'),
    expect.stringContaining('unit_lead.county'),
  ])
})

test('a coordinator reminds by hand: who is told, who was told today, who is not there, what is done', async () => {
  const { db } = app.connection
  const { opening, campaignId } = await openSpring(db, remindedPack('2026-02-20'), now)
  await subscribe('reporter@county')
  await standingReport(db, {
    ...{
      campaignId,
      taskId: opening,
      unitId: testUnits.city,
      title: '已报',
      last: 'accept',
      day: '2026-02-19',
    },
  })
  const mailed = server.received.length
  const coordinator = await app.as('coordinator')
  const all = [testUnits.city, testUnits.county, testUnits.sister]
  const cells = [{ taskId: opening, periodNo: 1, unitIds: all }]
  await db.execute(sql`update person set state = 'left' where id in
    (select person_id from membership where unit_id = ${testUnits.sister})`)
  const first = await coordinator.post('/api/reminders/send', { cells, words: '周五前报来' })
  expect(first.json()).toMatchObject({
    cells: 2,
    people: 2,
    quiet: false,
    unreached: [{ id: testUnits.sister, name: '海州市科协' }],
    toldToday: [],
    settled: 1,
  })
  const notes = await notices('remind.units-words')
  expect(notes).toHaveLength(2)
  expect(notes[0]).toMatchObject({
    details: { unit: '溪口县科协', count: 1, words: '周五前报来' },
    link: `/gaps?campaign=${campaignId}&unit=${testUnits.county}&only=true`,
  })
  await app.mailer.queue.idle()
  expect(server.received.slice(mailed).map(mail => mail.subject)).toEqual(['简报台催办：溪口县科协 1 项任务'])
  const second = await coordinator.post('/api/reminders/send', { cells })
  expect(second.json()).toMatchObject({ cells: 1, people: 0, toldToday: [{ id: testUnits.county }] })
  expect(await notices('remind.units')).toEqual([])
  const again = await coordinator.post('/api/reminders/send', { cells, again: true })
  expect(again.json()).toMatchObject({ people: 2, toldToday: [] })
  const list = (await coordinator.get('/api/reminders?unreached=true')).json()
  expect(list.rows[0]).toMatchObject({ way: 'manual', people: 0, unitName: '海州市科协' })
  const [entry] = await rowsOf(
    db,
    sql`select action, after from audit_entry where action = 'reminder.send' order by id limit 1`,
  )
  expect(entry).toMatchObject({ action: 'reminder.send' })
  // On the fourth working day the program would remind too: not of what was asked for by hand that day.
  await look('2026-03-02T09:00')
  expect(await told()).toEqual([])
})

test('by hand in the quiet hours: told when they end', async () => {
  const { db } = app.connection
  const { opening } = await openSpring(db, remindedPack('2026-02-20'), now)
  at('2026-03-02T22:00')
  const late = await openTestApp({ connection: app.connection, clock: { now: () => now } })
  const cells = [{ taskId: opening, periodNo: 1, unitIds: [testUnits.county] }]
  const answer = await (await late.as('coordinator')).post('/api/reminders/send', { cells })
  expect(answer.json()).toMatchObject({ quiet: true, people: 2, at: '2026-03-03T00:00:00.000Z' })
  await look('2026-03-03T07:59')
  expect(await notices('remind.units')).toEqual([])
  await look('2026-03-03T08:00')
  await look('2026-03-03T08:01')
  expect(await notices('remind.units')).toHaveLength(2)
  await late.close()
})

test('nobody reminds units beside or above them, nor of what is not there', async () => {
  const { opening } = await openSpring(app.connection.db, remindedPack('2026-02-20'), now)
  const remind = async (persona: 'coordinator@city' | 'editor', unitId: string, periodNo = 1) =>
    (
      await (
        await app.as(persona)
      ).post('/api/reminders/send', { cells: [{ taskId: opening, periodNo, unitIds: [unitId] }] })
    ).statusCode
  expect(await remind('coordinator@city', testUnits.county)).toBe(200)
  expect(await remind('coordinator@city', testUnits.sister)).toBe(404)
  expect(await remind('coordinator@city', testUnits.county, 7)).toBe(404)
  expect(await remind('editor', testUnits.county)).toBe(404)
  expect(await notices('remind.units')).toHaveLength(2)
})

test('the preview says who would be told on the next working day, and of its own units alone', async () => {
  await openSpring(app.connection.db, remindedPack('2026-03-05'), now)
  const preview = (await (await app.as('coordinator@city')).get('/api/reminders/preview')).json()
  expect(preview).toMatchObject({ day: '2026-03-03', holidaysKnown: true, total: 4, unreached: [] })
  expect(preview.rows[0].lines[0]).toMatchObject({ kind: 'near', count: 1 })
  await look('2026-03-03T09:00')
  const names = (await told()).filter(name => !name.includes('sister'))
  expect(preview.rows.map((row: { personName: string }) => row.personName).sort()).toEqual(names)
})

test('the record goes out as a sheet', async () => {
  await openSpring(app.connection.db, remindedPack('2026-03-04'), now)
  await look('2026-03-02T09:00')
  const sheet = await (await app.as('coordinator')).post('/api/reminders/export', {})
  expect(sheet.statusCode).toBe(200)
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
