/** A document of another room on its way: delivered, answered once, recalled. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Received, ReceivedPage } from '../../contract/index.ts'
import { deliver, type Outgoing, recallDeliveries } from './deliver.ts'

let app: TestApp
const now = new Date('2026-06-01T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const item = { id: randomUUID(), title: '建立信息员队伍' }
async function send(more: Partial<Outgoing> = {}): Promise<string> {
  const outgoing: Outgoing = {
    ...{ document: 'missive', id: randomUUID(), unitId: testUnits.root, issuer: '本会', files: {} },
    ...{ name: '本会督〔2026〕1号', title: '关于信息员队伍的督办单', replyDueDay: '2026-06-05', ...more },
  }
  const city = {
    to: '发',
    unitId: testUnits.city,
    name: '',
    email: null,
    about: [item],
    replies: true,
  } as const
  const copy = { to: '送', unitId: testUnits.sister, name: '', email: null } as const
  await app.connection.db.transaction(tx => deliver(tx, outgoing, [city, copy], { now }))
  await app.connection.db.transaction(tx => deliver(tx, outgoing, [city, copy], { now }))
  return outgoing.id
}
const at = async (persona: Parameters<TestApp['as']>[0], document: string): Promise<ReceivedPage> =>
  (await (await app.as(persona)).get(`/api/deliveries?document=${document}`)).json()

it('lies among what was received, once; only who is addressed is asked for an answer', async () => {
  const id = await send()
  const mine = await at('reporter@city', id)
  expect(mine).toMatchObject({ total: 1, counts: { open: 1, reply: 1 } })
  expect(mine.rows).toMatchObject([
    { document: 'missive', documentId: id, replyDueDay: '2026-06-05', actions: ['acknowledge', 'reply'] },
  ])
  const copied = await at('reporter@sister', id)
  expect(copied.rows).toMatchObject([{ replyDueDay: null, actions: ['acknowledge'] }])
  const url = `/api/deliveries/${mine.rows[0]!.id}`
  expect((await (await app.as('reporter@city')).get(url)).json<Received>().about).toEqual([item])
  expect((await (await app.as('reporter@sister')).get(url)).statusCode).toBe(404)
  const work = await (await app.as('reporter@city')).get('/api/work')
  expect(work.body).toContain('delivery.reply')
})

it('is answered once, which acknowledges it; empty words are refused', async () => {
  const id = await send()
  const [row] = (await at('reporter@city', id)).rows
  const url = `/api/deliveries/${row!.id}`
  const reporter = await app.as('reporter@city')
  expect((await reporter.post(`${url}/reply`, { words: ' \u200b\n' })).json()).toMatchObject({
    code: 'delivery-reply-empty',
  })
  const words = '已配齐 <b>12</b> 名信息员，6月3日前培训。'
  expect((await reporter.post(`${url}/reply`, { words })).json<Received>()).toMatchObject({
    ...{ reply: words, repliedName: 'reporter.city', acknowledgedName: 'reporter.city', actions: [] },
  })
  const again = await (await app.as('unit-lead@city')).post(`${url}/reply`, { words: '再答' })
  expect(again.json()).toMatchObject({ code: 'delivery-replied' })
  const copied = (await at('reporter@sister', id)).rows[0]!
  const other = await (await app.as('reporter@sister')).post(`/api/deliveries/${copied.id}/reply`, { words })
  expect(other.statusCode, 'nothing was asked of them').toBe(404)
})

it('recalled, it stays to be read with the reason, and nothing more is asked', async () => {
  const id = await send()
  const recall = { id, reason: '文号有误', by: '甲', now }
  await app.connection.db.transaction(tx => recallDeliveries(tx, recall))
  const page = await at('reporter@city', id)
  expect(page).toMatchObject({ counts: { open: 0, reply: 0 }, rows: [{ actions: [] }] })
  const received = await (await app.as('reporter@city')).get(`/api/deliveries/${page.rows[0]!.id}`)
  expect(received.json()).toMatchObject({ recallReason: '文号有误', recalledAt: now.toISOString() })
  const notices = await (await app.as('unit-lead@city')).get('/api/notices')
  expect(notices.body).toContain('delivery.recalled')
})
