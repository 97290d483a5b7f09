import type { ReceivedPage } from '@jianbao/edition/contract'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ItemMissives, MissiveItemPage, MissivePage, MissivePlan } from '../contract/index.ts'
import {
  addItem,
  deed,
  draft,
  getMissive,
  issued,
  openLedgerRows,
  type TestLedger,
} from './missive.fixture.ts'

let app: TestApp
let coordinator: Agent
let signatory: Agent
let ledger: TestLedger
const now = new Date('2026-06-15T02:00:00Z')
const clock: Clock = { now: () => now }
const db = () => app.connection.db
beforeAll(async () => {
  app = await openTestApp({ clock })
  coordinator = await app.as('coordinator')
  signatory = await app.as('signatory')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  ledger = await openLedgerRows(db())
})
const received = async (persona: Parameters<TestApp['as']>[0], document: string) =>
  (await (await app.as(persona)).get(`/api/deliveries?document=${document}`)).json<ReceivedPage>()

it('plans and drafts one notice for each unit, with the words of a clerk and what the items look like', async () => {
  const items = [
    await addItem(db(), ledger, { title: '建立信息员队伍' }),
    await addItem(db(), ledger, { title: '完善报送制度', dueDay: '2026-06-12' }),
    await addItem(db(), ledger, {
      unitId: testUnits.sister,
      milestoneDay: '2026-06-01',
      dueDay: '2026-08-01',
    }),
    await addItem(db(), ledger, { state: 'closed' }),
  ]
  const plan = await coordinator.get(`/api/missive-plan?send=supervision&items=${items.join(',')}`)
  expect(plan.json<MissivePlan>()).toMatchObject({
    ...{ items: 3, left: 1, unitCount: 2, unitName: '本会', replyDueDay: '2026-06-23' },
    units: [{ unitName: '溪口县科协', items: 2, red: 2 }, { unitName: '海州市科协' }],
  })
  const { ids, batchId } = await draft(coordinator, { kind: 'supervision', items, basis: '《督办办法》' })
  expect(ids).toHaveLength(2)
  const [county, sister] = [await getMissive(coordinator, ids[0]!), await getMissive(coordinator, ids[1]!)]
  expect(county).toMatchObject({
    ...{ addresseeName: '溪口县科协', items: 2, state: 'draft', number: null, batchId, changed: 0 },
    title: '关于限期办理整改台账逾期事项的督办单',
    salutation: '溪口县科协',
    actions: ['edit', 'refresh', 'remove', 'submit'],
  })
  expect(county.opening).toBe(
    '根据《督办办法》，经核查整改台账，截至2026年6月15日，你单位承办的下列2项工作中，2项逾期未办结。为确保各项任务落实到位，现予督办。',
  )
  expect(county.closing).toContain('请于6月23日前将办理情况书面回复')
  expect(sister.title).toBe('关于限期办理“健全信息员队伍”的督办单')
  expect(sister.opening).toContain('1项进度滞后')
  const text = await coordinator.get(`/api/missives/${ids[0]}/file?format=txt`)
  expect(text.body).toContain('建立信息员队伍')
  expect(text.body).toContain('逾期')
})

it('is edited, seen as pages, given back and signed with a number; what was signed does not change', async () => {
  const item = await addItem(db(), ledger)
  const { ids } = await draft(coordinator, { kind: 'supervision', items: [item] })
  const id = ids[0]!
  const url = `/api/missives/${id}`
  const change = (body: object) => coordinator.request({ method: 'PATCH', url, payload: body })
  const longer = await change({ version: 0, replyDueDay: '2026-07-01' })
  expect(longer.json().closing).toContain('请于7月1日前')
  expect((await change({ version: 1, replyDueDay: '2026-06-14' })).json()).toMatchObject({
    code: 'missive-reply-day',
  })
  expect((await change({ version: 0, title: '旧' })).json()).toMatchObject({ code: 'changed-meanwhile' })
  const edited = await change({
    version: 1,
    numberWord: '本会督',
    copies: [{ unitId: testUnits.city, name: '云岭市科协' }],
  })
  expect(edited.json()).toMatchObject({ version: 2, copies: [{ name: '云岭市科协' }] })
  const words = { title: '关于<b>办理</b>“甲”的督办单 & $x$ #let' }
  const pages = await coordinator.post(`${url}/preview`, { words, known: [] })
  expect(pages.json().pages[0].svg).toContain('<svg')
  const again = await coordinator.post(`${url}/preview`, { words, known: [pages.json().pages[0].hash] })
  expect(again.json().pages[0].svg, 'a page that is known does not travel').toBeNull()

  expect((await signatory.post(`${url}/issue`, { version: 2 })).json()).toMatchObject({
    code: 'missive-settled',
  })
  await deed(coordinator, id, 'submit')
  expect((await change({ version: 3, title: '改' })).json()).toMatchObject({ code: 'missive-settled' })
  const work = await signatory.get('/api/work')
  expect(work.body).toContain(`/missives/${id}`)
  expect((await signatory.post(`${url}/return`, { version: 3, reason: '\u200b ' })).json()).toMatchObject({
    code: 'missive-reason',
  })
  expect(await deed(signatory, id, 'return', { reason: '时限太短' })).toMatchObject({
    ...{ state: 'draft', returnReason: '时限太短', returnedName: 'signatory' },
  })
  await deed(coordinator, id, 'submit')
  const signed = await deed(signatory, id, 'issue')
  expect(signed).toMatchObject({
    state: 'issued',
    number: '本会督〔2026〕1号',
    date: '2026-06-15',
    issuedName: 'signatory',
  })
  await app.missives.settle()
  await db().execute(
    sql`update ledger_item set title = '后来改名', due_day = '2027-01-01', near_day = '2027-01-01' where id = ${item}`,
  )
  expect(await getMissive(coordinator, id)).toMatchObject({ delivered: true, recipients: 2, actions: [] })
  const pdf = await coordinator.get(`${url}/file?format=pdf`)
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const text = await coordinator.get(`${url}/file?format=txt`)
  expect(text.body).toContain('健全信息员队伍')
  const frozen = (await coordinator.get(`${url}/items`)).json<MissiveItemPage>()
  expect(frozen.rows).toMatchObject([
    {
      title: '健全信息员队伍',
      light: 'red',
      dueDay: '2026-06-10',
      now: { light: 'green', dueDay: '2027-01-01' },
    },
  ])
  await expect(db().execute(sql`update missive set document = '{}' where id = ${id}`)).rejects.toThrow()
  await expect(db().execute(sql`delete from missive_item where missive_id = ${id}`)).rejects.toThrow()
})

it('lies with the unit, is answered, and stands in the story of its items', async () => {
  const item = await addItem(db(), ledger)
  const [id] = await issued(app, { kind: 'supervision', items: [item] })
  const [mine] = (await received('reporter@county', id!)).rows
  expect(mine).toMatchObject({
    label: '督办单',
    replyDueDay: '2026-06-23',
    actions: ['acknowledge', 'reply'],
  })
  const county = await app.as('reporter@county')
  const html = await county.get(`/api/deliveries/${mine!.id}/file?format=html`)
  expect(html.body).toContain('溪口县科协')
  expect(
    (await county.get(`/api/missives/${id}`)).statusCode,
    'a recipient sees no document of the issuer',
  ).toBe(404)
  await county.post(`/api/deliveries/${mine!.id}/reply`, { words: '6月20日前办结。' })
  const list = await coordinator.get(`/api/missives/${id}/deliveries?tab=answered`)
  expect(list.json()).toMatchObject({ total: 1, rows: [{ name: '溪口县科协', reply: '6月20日前办结。' }] })
  expect(await getMissive(coordinator, id!)).toMatchObject({ acknowledged: 1, replied: 1, overdue: 0 })
  const [step] = await rowsOf<{ words: string; state: string }>(
    db(),
    sql`select words, state from ledger_step where item_id = ${item} and action = 'missive'`,
  )
  expect(step).toMatchObject({ words: expect.stringMatching(/^督办单 .+〔2026〕\d+号$/), state: 'doing' })
  const about = async (by: Agent) =>
    (await by.get(`/api/ledger-items/${item}/circulars`)).json<ItemMissives>().rows
  expect(await about(coordinator)).toMatchObject([{ id, kind: 'supervision', link: `/missives/${id}` }])
  expect(await about(county)).toMatchObject([{ id, link: `/received/${mine!.id}` }])
  expect(
    (await (await app.as('coordinator@sister')).get(`/api/ledger-items/${item}/circulars`)).statusCode,
  ).toBe(404)
})

it('lists answers that are late, and reminds', async () => {
  const item = await addItem(db(), ledger)
  const [id] = await issued(app, { kind: 'supervision', items: [item], replyDueDay: '2026-06-16' })
  const late = async () => (await coordinator.get('/api/missives?tab=unanswered')).json<MissivePage>()
  const before = (await late()).total
  const due = (day: string) =>
    db().execute(sql`update delivery set reply_due_day = ${day} where missive_id = ${id}`)
  await due('2026-06-15')
  expect((await late()).total, 'to the end of the day').toBe(before)
  await due('2026-06-14')
  const page = await late()
  expect(page.rows.find(row => row.id === id)).toMatchObject({ overdue: 1 })
  expect((await coordinator.get('/api/work')).body).toContain('missive.unanswered')
  const reminded = await coordinator.post(`/api/missives/${id}/deliveries/remind`, {})
  expect(reminded.json()).toEqual({ reminded: 1, quiet: 0, unreached: 0 })
  expect((await signatory.post(`/api/missives/${id}/deliveries/remind`, {})).statusCode).toBe(404)
})

it('a circular counts all units below, names who is behind and goes to all; its figures are frozen', async () => {
  await addItem(db(), ledger)
  await addItem(db(), ledger, { state: 'closed' })
  await addItem(db(), ledger, { unitId: testUnits.sister, dueDay: '2026-12-01' })
  const [id] = await issued(app, { kind: 'circular', filter: { ledger: ledger.id } })
  const missive = await getMissive(coordinator, id!)
  expect(missive.figures).toMatchObject({
    ...{ items: 3, closed: 1, open: 2, red: 1, yellow: 0, blue: 0 },
    units: [
      { unitName: '溪口县科协', red: 1, closed: 1 },
      { unitName: '海州市科协', open: 1 },
    ],
  })
  const [units] = await rowsOf<{ count: number }>(
    db(),
    sql`select count(*)::int as count from unit where state = 'active' and id <> ${testUnits.root}`,
  )
  expect(missive.recipients).toBe(units!.count)
  const text = (await coordinator.get(`/api/missives/${id}/file?format=txt`)).body
  expect(text).toContain(
    '纳入台账的事项共3项，涉及2个单位。已办结1项，办结率33.3%；正在办理2项，其中逾期1项。',
  )
  expect(text).toContain('有逾期未办结事项的单位：溪口县科协1项。')
  await addItem(db(), ledger)
  expect((await getMissive(coordinator, id!)).figures).toMatchObject({ items: 3 })
  expect((await received('reporter@sister', id!)).rows).toMatchObject([{ label: '通报', replyDueDay: null }])
})

it('a reminder is about what is near its deadline; a draft is counted again and keeps words somebody wrote', async () => {
  const near = await addItem(db(), ledger, { dueDay: '2026-06-17', nearDay: '2026-06-12' })
  await addItem(db(), ledger)
  const { ids } = await draft(coordinator, { kind: 'reminder', filter: { ledger: ledger.id } })
  expect(ids).toHaveLength(1)
  expect(await getMissive(coordinator, ids[0]!)).toMatchObject({
    ...{ items: 1, replyDueDay: null, title: '关于按期办理“健全信息员队伍”的提醒函' },
    opening: expect.stringContaining('将于6月17日到期'),
  })
  await db().execute(
    sql`update ledger_item set due_day = '2026-06-11', near_day = '2026-06-11' where id = ${near}`,
  )
  const { ids: red } = await draft(coordinator, { kind: 'supervision', items: [near] })
  await coordinator.request({
    method: 'PATCH',
    url: `/api/missives/${red[0]}`,
    payload: { version: 0, title: '自拟标题' },
  })
  await db().execute(sql`update missive set day = '2026-06-12', opening = replace(opening, '6月15日', '6月12日')
    where id = ${red[0]}`)
  const again = await deed(coordinator, red[0]!, 'refresh')
  expect(again).toMatchObject({ title: '自拟标题', day: '2026-06-15' })
  expect(again.opening).toContain('截至2026年6月15日')
  await db().execute(sql`update ledger_item set state = 'cancelled' where id = ${near}`)
  expect(await getMissive(coordinator, red[0]!)).toMatchObject({ changed: 1 })
  const { version } = again
  const gone = await coordinator.post(`/api/missives/${red[0]}/refresh`, { version })
  expect(gone.json()).toMatchObject({ code: 'missive-no-items' })
  expect((await coordinator.post(`/api/missives/${red[0]}/remove`, { version })).statusCode).toBe(204)
})

it('a batch is signed whole, numbered without a gap, packed and listed', async () => {
  const units = [testUnits.city, testUnits.county, testUnits.sister]
  for (const unitId of units) await addItem(db(), ledger, { unitId })
  const body = { kind: 'supervision', filter: { ledger: ledger.id, light: 'red' } }
  const { ids, batchId } = await draft(coordinator, body)
  const first = await getMissive(coordinator, ids[0]!)
  const shared = { version: 0, wholeBatch: true, remark: '联系人：甲', title: '只改一份' }
  await coordinator.request({ method: 'PATCH', url: `/api/missives/${ids[0]}`, payload: shared })
  const others = await Promise.all(ids.slice(1).map(id => getMissive(coordinator, id)))
  expect(others.map(({ remark, title }) => [remark, title])).toEqual(
    others.map(() => ['联系人：甲', first.title]),
  )
  // One of them is worked over by somebody: none of the batch goes past the signatory without the others.
  expect((await coordinator.post(`/api/missive-batches/${batchId}/submit`)).json()).toEqual({ count: 3 })
  expect((await signatory.post(`/api/missive-batches/${batchId}/issue`)).json()).toEqual({ count: 3 })
  expect((await signatory.post(`/api/missive-batches/${batchId}/issue`)).json()).toMatchObject({
    code: 'missive-settled',
  })
  await app.missives.settle()
  const page = (await coordinator.get(`/api/missives?batch=${batchId}`)).json<MissivePage>()
  const numbers = page.rows.map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])).sort((a, b) => a - b)
  expect(numbers).toEqual([numbers[0]!, numbers[0]! + 1, numbers[0]! + 2])
  const pack = await coordinator.post('/api/missives/pack', { batch: batchId })
  expect(pack.rawPayload.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004', 'latin1'))
  expect(pack.rawPayload.toString('utf8').match(/溪口县科协\.pdf/g)).toHaveLength(2)
  expect((await coordinator.post('/api/missives/export', { batch: batchId })).statusCode).toBe(200)
})

it('recalled, it keeps its number, is marked where it lies, and the next one goes on counting', async () => {
  const item = await addItem(db(), ledger)
  const [id] = await issued(app, { kind: 'supervision', items: [item] })
  const recalled = await deed(signatory, id!, 'recall', { reason: '事项有误' })
  expect(recalled).toMatchObject({ state: 'recalled', recallReason: '事项有误', actions: [] })
  const before = await getMissive(coordinator, id!)
  expect((await received('reporter@county', id!)).rows).toMatchObject([
    { actions: [], recalledAt: now.toISOString() },
  ])
  const [next] = await issued(app, { kind: 'supervision', items: [item] })
  const numberOf = (number: string | null) => Number(/〕(\d+)号/.exec(number ?? '')?.[1])
  expect(numberOf((await getMissive(coordinator, next!)).number)).toBe(numberOf(before.number) + 1)
})

it('refuses what is not there, not below, not open, or not the caller’s', async () => {
  const own = await addItem(db(), ledger, { unitId: testUnits.root })
  const secret = await addItem(db(), ledger, { state: 'draft' })
  const unknown = '00000000-0000-4000-8000-00000000dead'
  for (const items of [[own], [secret], [unknown]])
    expect((await coordinator.post('/api/missives', { kind: 'supervision', items })).json()).toMatchObject({
      code: 'missive-no-items',
    })
  expect((await coordinator.post('/api/missives', { kind: 'supervision' })).json()).toMatchObject({
    code: 'missive-no-items',
  })
  const item = await addItem(db(), ledger)
  const city = await app.as('coordinator@sister')
  expect((await city.post('/api/missives', { kind: 'supervision', items: [item] })).json()).toMatchObject({
    code: 'missive-no-items',
  })
  const elsewhere = { kind: 'supervision', items: [item], issuer: testUnits.city }
  expect((await coordinator.post('/api/missives', elsewhere)).statusCode, 'no post there').toBe(404)
  const inspector = await app.as('inspector')
  expect((await inspector.post('/api/missives', { kind: 'circular', items: [item] })).statusCode).toBe(404)
  expect((await inspector.post('/api/missives', { kind: 'supervision', items: [item] })).statusCode).toBe(201)
  const { ids } = await draft(coordinator, { kind: 'supervision', items: [item] })
  expect((await (await app.as('coordinator@city')).get(`/api/missives/${ids[0]}`)).statusCode).toBe(404)
  const lead = await app.as('unit-lead')
  await deed(coordinator, ids[0]!, 'submit')
  const { version } = await getMissive(coordinator, ids[0]!)
  const signed = await lead.post(`/api/missives/${ids[0]}/issue`, { version })
  expect(signed.statusCode, 'the unit has a signatory').toBe(404)
})

it('says why files were not made, and makes them when asked again', async () => {
  const item = await addItem(db(), ledger)
  const { ids } = await draft(coordinator, { kind: 'supervision', items: [item] })
  const id = ids[0]!
  await deed(coordinator, id, 'submit')
  await deed(signatory, id, 'issue')
  await app.missives.settle()
  await db().execute(sql`delete from delivery where missive_id = ${id}`)
  await db().execute(
    sql`update missive set delivered_at = null, files = null, problem = '缺字体' where id = ${id}`,
  )
  await app.missives.settle()
  expect(await getMissive(coordinator, id)).toMatchObject({
    delivered: false,
    problem: '缺字体',
    actions: ['retry'],
  })
  await deed(coordinator, id, 'retry')
  await app.missives.settle()
  expect(await getMissive(coordinator, id)).toMatchObject({ delivered: true, problem: null })
})
