/** From what somebody asked by the form to the letter with the link: through the ledger, by the routes. */
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openMailServer, type TestMailServer } from '@jianbao/platform/mail-fixture'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NeedPage, NeedRecord, NeedTargets, ServiceRecord } from '../../contract/index.ts'
import { doTo, openLedgerOf, proposeOne } from '../engine/engine.fixture.ts'

let app: TestApp
let mail: TestMailServer
let now = new Date('2026-03-02T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  mail = await openMailServer()
  app = await openTestApp({
    clock,
    settings: {
      PUBLIC_URL: 'http://jianbao.test',
      SMTP_URL: `smtp://127.0.0.1:${mail.port}?starttls=off`,
      MAIL_FROM: '简报台 <a@b.cn>',
    },
  })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
  await mail.close()
})

const page = async (url: string) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html' } })
const form = async (url: string, fields: Record<string, string>) =>
  (await app.as('anonymous')).request({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const ask = async (words: string, address = ''): Promise<NeedRecord> => {
  const opened = await page('/services/ask')
  const token = /name="token" value="([^"]+)"/.exec(opened.body)![1]!
  now = new Date(now.getTime() + 5_000)
  const fields = { words, place: '', unit: testUnits.city, kind: 'digital', mail: address, site: '', token }
  const answer = await form('/services/ask', fields)
  expect(answer.statusCode, answer.body).toBe(303)
  const list = (await (await app.as('coordinator@city')).get('/api/needs?state=waiting')).json<NeedPage>()
  return (await (await app.as('coordinator@city')).get(`/api/needs/${list.rows[0]!.id}`)).json()
}
const sealed = async (id: string) =>
  (
    await rowsOf<{ sealed: string | null }>(
      app.connection.db,
      sql`select contact_sealed as sealed from need where id = ${id}`,
    )
  )[0]!.sealed
const letters = async (count: number) => {
  await app.mailer.wake()
  await app.mailer.queue.idle()
  expect(mail.received).toHaveLength(count)
  return mail.received.at(-1)!
}

test('asked, accepted, done, told, answered: and the address is gone', async () => {
  const coordinator = await app.as('coordinator@city')
  const ledgerId = await openLedgerOf(app.connection.db, {
    unitId: testUnits.city,
    kind: 'service',
    steps: { review: false, acknowledge: true, recheckDays: null },
  })
  const need = await ask('想学用手机挂号', 'wang@example.com')
  expect(need).toMatchObject({ tells: true, actions: ['accept', 'merge', 'decline', 'forward'] })
  const targets = (await coordinator.get('/api/need-targets')).json<NeedTargets>()
  expect(targets.ledgers.map(ledger => ledger.id)).toEqual([ledgerId])
  const body = { version: need.version, ledgerId, title: '教老人用手机挂号', dueDay: '2026-05-29' }
  // Who leads the unit does not keep its ledger.
  expect((await (await app.as('unit-lead@city')).post(`/api/needs/${need.id}/accept`, body)).statusCode).toBe(
    404,
  )
  const accepted = (await coordinator.post(`/api/needs/${need.id}/accept`, body)).json<NeedRecord>()
  expect(accepted).toMatchObject({ state: 'accepted', item: { title: body.title }, actions: [] })
  expect((await letters(1)).text).toContain('列入办实事清单')
  const again = await coordinator.post(`/api/needs/${need.id}/accept`, { ...body, version: need.version + 1 })
  expect(again.json().code).toBe('need-settled')
  const itemId = accepted.item!.id
  const origin = await rowsOf(
    app.connection.db,
    sql`select m.origin, m.origin_id as need, i.state, i.unit_id as unit from ledger_item i join ledger_matter m on m.id = i.matter_id
      where i.id = ${itemId}`,
  )
  expect(origin).toEqual([{ origin: 'need', need: need.id, state: 'dispatched', unit: testUnits.city }])

  const reporter = await app.as('reporter@city')
  const lead = await app.as('unit-lead@city')
  await doTo(reporter, itemId, 'acknowledge')
  await app.connection.db.execute(sql`insert into ledger_evidence (id, item_id, sha256, name, media_type, bytes, added_by,
      added_name, added_at) values (gen_random_uuid(), ${itemId}, ${'a'.repeat(64)}, '照片.jpg', 'image/jpeg', 9, 'x', '甲', now())`)
  const early = await lead.post(`/api/ledger-items/${itemId}/feedback`, {
    version: (await reporter.get(`/api/services/${itemId}`)).json<ServiceRecord>().version,
    words: '办好了',
  })
  expect(early.json().code).toBe('outcome-missing')
  const { version } = (await reporter.get(`/api/services/${itemId}`)).json<ServiceRecord>()
  const outcome = {
    version,
    people: 36,
    attendances: null,
    words: '三十六位老人学会了。',
    budget: null,
    spent: '800',
  }
  expect((await reporter.post(`/api/services/${itemId}/outcome`, outcome)).statusCode).toBe(200)
  await doTo(lead, itemId, 'feedback', { words: '办好了' })
  await doTo(coordinator, itemId, 'close', { words: '属实' })
  expect((await page(`/services/needs/${need.number}`)).body).toContain('已办结')

  expect(await app.needLetters.tellSettled()).toBe(1)
  expect(await app.needLetters.tellSettled()).toBe(0)
  expect(await sealed(need.id)).toBeNull()
  const letter = await letters(2)
  expect(letter.text).not.toContain('手机')
  const link = /\/services\/answers\/[\w-]{43}/.exec(letter.text ?? '')![0]
  expect((await form(link, { choice: 'good', words: '' })).statusCode).toBe(303)
  const record = (await coordinator.get(`/api/services/${itemId}`)).json<ServiceRecord>()
  expect(record.satisfaction).toMatchObject({ links: 1, used: 1, answers: 1, counts: null })
  expect(record.needs).toMatchObject([{ number: need.number }])
})

test('merged into what is on its way; cancelled with it, it waits again', async () => {
  const coordinator = await app.as('coordinator@city')
  const ledgerId = await openLedgerOf(app.connection.db, { unitId: testUnits.city, kind: 'service' })
  const item = await proposeOne(coordinator, ledgerId, testUnits.city, {
    title: '修好科普画廊',
    dueDay: '2026-06-30',
  })
  const need = await ask('科普画廊的灯坏了')
  const merged = await coordinator.post(`/api/needs/${need.id}/merge`, { version: 0, itemId: item.id })
  expect(merged.json()).toMatchObject({ state: 'merged', item: { id: item.id } })
  const sister = await ask('另一件要并入的事')
  const foreign = await openLedgerOf(app.connection.db, { unitId: testUnits.sister, kind: 'service' })
  const theirs = await proposeOne(await app.as('coordinator@sister'), foreign, testUnits.sister)
  const refused = await coordinator.post(`/api/needs/${sister.id}/merge`, { version: 0, itemId: theirs.id })
  expect(refused.json().code).toBe('need-item-unknown')
  await doTo(coordinator, item.id, 'submit')
  await doTo(coordinator, item.id, 'cancel', { words: '不办了' })
  const back = (await coordinator.get(`/api/needs/${need.id}`)).json<NeedRecord>()
  expect(back).toMatchObject({ state: 'waiting', item: null })
})

test('declined, the asker is told why and the address is erased', async () => {
  const before = mail.received.length
  const need = await ask('想要一座天文馆', 'li@example.com')
  const answer = await (await app.as('coordinator@city')).post(`/api/needs/${need.id}/decline`, {
    version: 0,
    reason: '今年没有这项经费。',
  })
  expect(answer.json()).toMatchObject({ state: 'declined', tells: false })
  expect((await letters(before + 1)).text).toContain('今年没有这项经费')
  expect(await sealed(need.id)).toBeNull()
  expect((await page(`/services/needs/${need.number}`)).body).toContain('今年没有这项经费')
})
