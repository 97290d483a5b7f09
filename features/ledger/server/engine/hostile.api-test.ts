/** Items before those who mean no good: what the keeper says to itself, a second pair of eyes, signs no column takes. */

import { readInScope } from '@jianbao/platform/access'
import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bring, doTo, getItem, openLedgerOf, proposeOne } from './engine.fixture.ts'

let app: TestApp
let keeper: Agent
let lead: Agent
let ledgerId: string
const day = (count: number) => nextDay(localDay(new Date()), count)
/** What PostgreSQL does not keep. */
const odd = '甲\u0000乙\ud800\u001b丙'

beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.as('coordinator')
  lead = await app.as('unit-lead@city')
  ledgerId = await openLedgerOf(app.connection.db)
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

it('tells its unit nothing of what was said while it was made', async () => {
  const { id } = await proposeOne(keeper, ledgerId)
  await doTo(keeper, id, 'submit', { words: '请看一下措辞' })
  await doTo(keeper, id, 'reject', { words: '这个单位一向拖拉，期限再压短' })
  await doTo(keeper, id, 'submit')
  await doTo(keeper, id, 'amend', { words: '怕他们不认账', facts: { measure: '逐项补齐' } })
  await app.connection.db.execute(
    sql`update ledger_item set state = 'ready', version = version + 1 where id = ${id}`,
  )
  await doTo(keeper, id, 'dispatch', { words: '请按期办理' })
  const told = (await getItem(keeper, id)).steps.map(({ words }) => words)
  expect(told).toContain('怕他们不认账')
  expect((await getItem(lead, id)).steps.map(({ action, words }) => [action, words])).toEqual([
    ['dispatch', '请按期办理'],
    ['propose', null],
  ])
  const scope = { roots: [{ unitId: testUnits.city, path: (await pathOf(testUnits.city))! }], content: true }
  const behind = await readInScope(app.connection.db, { scope, personId: null }, tx =>
    rowsOf<{ action: string }>(tx, sql`select action from ledger_step where item_id = ${id}`),
  )
  expect(behind.map(({ action }) => action).sort(), 'without the first lock').toEqual(['dispatch', 'propose'])
  await doTo(lead, id, 'decline', { words: '不是我们的事' })
  expect((await getItem(lead, id)).steps[0]).toMatchObject({ action: 'decline', words: '不是我们的事' })
})

const pathOf = async (id: string) =>
  (await rowsOf<{ path: string }>(app.connection.db, sql`select path from unit where id = ${id}`))[0]?.path

it('is not approved by whoever worded it last', async () => {
  const { id } = await proposeOne(keeper, ledgerId)
  const other = 'somebody else'
  await doTo(keeper, id, 'submit')
  const submittedBy = () =>
    app.connection.db.execute(sql`update ledger_item set submitted_by = ${other} where id = ${id}`)
  await submittedBy()
  expect((await getItem(keeper, id)).actions, 'another submitted it').toContain('approve')
  await doTo(keeper, id, 'amend', { words: '改了措施', facts: { measure: '全部重做' } })
  const { version, actions } = await getItem(keeper, id)
  expect(actions).not.toContain('approve')
  const answer = await keeper.post(`/api/ledger-items/${id}/approve`, { version })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'item-own'])
  const bulk = { deed: 'approve', items: [{ id, version }] }
  expect((await keeper.post('/api/ledger-items/bulk', bulk)).json()).toMatchObject({ done: 0, refused: 1 })
})

it('leaves out signs that no column takes, wherever something is said', async () => {
  const said = async (by: Agent, id: string, deed: string, more: object) => {
    const { version } = await getItem(by, id)
    const answer = await by.post(`/api/ledger-items/${id}/${deed}`, { version, ...more })
    expect.soft([deed, answer.statusCode]).toEqual([deed, 200])
  }
  const facts = {
    ...{ title: odd, ownerName: odd, leaderName: odd, measure: odd, problem: odd, basis: odd },
    milestones: [{ name: odd, day: day(3) }],
    target: { measure: odd, value: 3, unit: odd },
  }
  const { id } = await proposeOne(keeper, ledgerId, testUnits.city, facts)
  await said(keeper, id, 'submit', { words: odd })
  await said(keeper, id, 'amend', { words: odd, facts })
  await app.connection.db.execute(
    sql`update ledger_item set state = 'ready', version = version + 1 where id = ${id}`,
  )
  await said(keeper, id, 'dispatch', { words: odd })
  await said(lead, id, 'acknowledge', { words: odd })
  await said(lead, id, 'hand', { ownerId: null, ownerName: odd })
  await said(lead, id, 'progress', { words: odd, percent: 5 })
  await said(lead, id, 'extend', { words: odd, toDay: day(60) })
  await said(keeper, id, 'decide', { grant: true, words: odd })
  const part = { unitId: testUnits.county, title: odd, measure: odd, ownerName: odd, target: facts.target }
  await said(lead, id, 'decompose', { parts: [part] })
  const other = await bring(app, { ledgerId, state: 'feedback' })
  await said(keeper, other.id, 'close', { words: odd })
  await said(keeper, other.id, 'reopen', { words: odd, dueDay: day(9) })
  const { payload, contentType } = await uploadBody([
    { field: 'file', fileName: '甲\u0000乙\r\n.pdf', content: '%PDF-1.7' },
  ])
  const { version } = await getItem(lead, other.id)
  const note = encodeURIComponent('甲\u0000乙')
  const url = `/api/ledger-items/${other.id}/evidence-files?version=${version}&note=${note}`
  expect.soft((await lead.upload(payload, contentType, url)).statusCode).toBe(200)
  const many = await bring(app, { ledgerId, state: 'ready' })
  const items = [{ id: many.id, version: many.version }]
  const bulk = await keeper.post('/api/ledger-items/bulk', { deed: 'dispatch', words: odd, items })
  expect.soft(bulk.json()).toMatchObject({ done: 1, refused: 0 })
  for (const q of ['甲\u0000乙', 'ZG-99999999999'])
    expect.soft((await keeper.get(`/api/ledger-items?q=${encodeURIComponent(q)}`)).statusCode).toBe(200)
})

it.each(['0000-01', '9999-12'])('shows no month that nobody lives to see: %s', async month => {
  expect((await keeper.get(`/api/ledger-calendar?month=${month}`)).statusCode).toBe(400)
})

it('is not taken up again with a deadline before its beginning', async () => {
  const facts = { startDay: day(20), dueDay: day(30) }
  const { id, version } = await bring(app, { ledgerId, state: 'closed', facts })
  const answer = await keeper.post(`/api/ledger-items/${id}/reopen`, {
    version,
    words: '没有做实',
    dueDay: day(5),
  })
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'item-days'])
})

it('is not given less time by an extension that is granted after it was given more', async () => {
  const { id, dueDay } = await bring(app, { ledgerId, state: 'doing' })
  await doTo(lead, id, 'extend', { words: '场地没有定', toDay: nextDay(dueDay, 5) })
  await doTo(keeper, id, 'amend', { words: '统一顺延', facts: { dueDay: nextDay(dueDay, 20) } })
  await doTo(keeper, id, 'decide', { grant: true })
  expect(await getItem(lead, id)).toMatchObject({ dueDay: nextDay(dueDay, 20), asked: false })
})
