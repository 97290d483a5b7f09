import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerItem, LedgerSummary, MatterMade } from '../../contract/index.ts'
import { addReport } from '../ledger.fixture.ts'
import { addProof, bring, doTo, getItem, openLedgerOf, proposeOne } from './engine.fixture.ts'

let app: TestApp
let keeper: Agent
let lead: Agent
let reporter: Agent
let county: Agent
let sister: Agent
let ledgerId: string
const today = localDay(new Date())
const day = (count: number) => nextDay(today, count)

beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.as('coordinator')
  lead = await app.as('unit-lead@city')
  reporter = await app.as('reporter@city')
  county = await app.as('unit-lead@county')
  sister = await app.as('unit-lead@sister')
  ledgerId = await openLedgerOf(app.connection.db)
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const refusal = async (by: Agent, id: string, deed: string, more: object = {}) => {
  const { version } = await getItem(by, id)
  const answer = await by.post(`/api/ledger-items/${id}/${deed}`, { version, ...more })
  return [answer.statusCode, answer.json<{ code: string }>().code]
}

describe('the life of an item', () => {
  it('goes from a proposal to the confirmation that it holds, each step with its own time and its light', async () => {
    const item = await bring(app, { ledgerId, state: 'settled' })
    expect(item).toMatchObject({
      state: 'settled',
      light: null,
      code: expect.stringMatching(/^ZG-\d+$/),
      reopened: 0,
    })
    for (const at of [
      'submittedAt',
      'reviewedAt',
      'dispatchedAt',
      'acknowledgedAt',
      'fedBackAt',
      'closedAt',
      'settledAt',
    ] as const)
      expect(item[at], at).not.toBeNull()
    expect(item.steps.map(({ action }) => action).reverse()).toEqual([
      'propose',
      'submit',
      'dispatch',
      'acknowledge',
      'feedback',
      'close',
      'settle',
    ])
    expect(item.recheckDay).toBe(day(30))
    expect(item.percent, 'fed back is done').toBe(100)
    expect(item.summary).toMatchObject({
      title: item.title,
      unitName: '云岭市科协',
      late: false,
      evidence: [{ name: '签到表.pdf', kind: 'file' }],
    })
    expect(item.lights, 'of one day the last counts').toEqual([])
  })

  it('is nobody’s but its keeper’s before it is dispatched, and its unit’s and those above afterwards', async () => {
    const { id } = await proposeOne(keeper, ledgerId)
    expect((await lead.get(`/api/ledger-items/${id}`)).statusCode).toBe(404)
    const sent = await bring(app, { ledgerId, state: 'dispatched' })
    expect((await lead.get(`/api/ledger-items/${sent.id}`)).statusCode).toBe(200)
    for (const by of [county, sister])
      expect((await by.get(`/api/ledger-items/${sent.id}`)).statusCode).toBe(404)
  })

  it('is not approved by whoever submitted it', async () => {
    const { id } = await bring(app, { ledgerId, state: 'review' })
    expect(await refusal(keeper, id, 'approve')).toEqual([409, 'item-own'])
  })

  it('is not fed back and not closed without proof, nor while a part of it is open', async () => {
    const { id } = await bring(app, { ledgerId, state: 'doing' })
    expect(await refusal(lead, id, 'feedback', { words: '已办完' })).toEqual([409, 'item-evidence'])
    await doTo(lead, id, 'decompose', { parts: [{ unitId: testUnits.county, measure: '补课' }] })
    await addProof(app.connection.db, id)
    expect(await refusal(lead, id, 'feedback', { words: '已办完' })).toEqual([409, 'item-parts'])
    const part = (await getItem(lead, id)).children[0]!
    expect(part).toMatchObject({ state: 'dispatched', keeperName: '云岭市科协', unitId: testUnits.county })
    await doTo(county, part.id, 'acknowledge')
    await addProof(app.connection.db, part.id)
    await doTo(county, part.id, 'feedback', { words: '已补课' })
    await doTo(lead, part.id, 'close', { words: '核过了' })
    await doTo(lead, id, 'feedback', { words: '已办完' })
    await app.connection.db.execute(
      sql`update ledger_evidence set withdrawn_at = now() where item_id = ${id}`,
    )
    expect(await refusal(keeper, id, 'close')).toEqual([409, 'item-evidence'])
  })

  it('is closed once, however many press the button', async () => {
    const { id, version } = await bring(app, { ledgerId, state: 'feedback' })
    const answers = await Promise.all(
      [1, 2, 3].map(() => keeper.post(`/api/ledger-items/${id}/close`, { version })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    const steps = (await getItem(keeper, id)).steps.filter(({ action }) => action === 'close')
    expect(steps).toHaveLength(1)
  })

  it('is cancelled with its parts, and handed back by a unit whose it is not', async () => {
    const { id } = await bring(app, { ledgerId, state: 'doing' })
    await doTo(lead, id, 'decompose', { parts: [{ unitId: testUnits.county }, { unitId: testUnits.city }] })
    await doTo(keeper, id, 'cancel', { words: '并入另一事项' })
    const item = await getItem(keeper, id)
    expect([item.state, ...item.children.map(({ state }) => state)]).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ])
    const other = await bring(app, { ledgerId, state: 'dispatched' })
    expect((await doTo(lead, other.id, 'decline', { words: '不属本单位职责' })).state).toBe('ready')
  })
})

describe('time', () => {
  it('has days that fit together', async () => {
    const post = (facts: object) =>
      keeper.post('/api/ledger-matters', {
        ledgerId,
        units: { ids: [testUnits.city] },
        facts: { title: '日期', ...facts },
      })
    for (const facts of [
      { startDay: day(5), dueDay: day(4) },
      { startDay: day(1), dueDay: day(9), milestones: [{ name: '中期', day: day(10) }] },
    ])
      expect((await post(facts)).json()).toMatchObject({ code: 'item-days' })
    expect((await post({ startDay: day(4), dueDay: day(4) })).statusCode).toBe(201)
  })

  it('is prolonged when it was asked for before the deadline and granted, and the light follows', async () => {
    const late = await bring(app, { ledgerId, state: 'doing', facts: { startDay: day(-9), dueDay: day(-1) } })
    expect(late.light).toBe('red')
    expect(await refusal(lead, late.id, 'extend', { toDay: day(9), words: '来不及' })).toEqual([
      409,
      'item-late',
    ])
    const near = await bring(app, { ledgerId, state: 'doing', facts: { startDay: day(-9), dueDay: today } })
    expect(near.light).toBe('blue')
    await doTo(lead, near.id, 'extend', { toDay: day(60), words: '场地没有落实' })
    expect(await refusal(lead, near.id, 'extend', { toDay: day(70), words: '再延' })).toEqual([
      409,
      'item-waiting',
    ])
    expect(await refusal(lead, near.id, 'decide', { grant: true })).toEqual([404, 'not-found'])
    const granted = await doTo(keeper, near.id, 'decide', { grant: true })
    expect(granted).toMatchObject({ dueDay: day(60), light: 'green', asked: false })
    expect(granted.extensions).toMatchObject([{ decision: 'granted', fromDay: today, toDay: day(60) }])
  })

  it('is yellow behind a milestone until that is reached', async () => {
    const facts = {
      startDay: day(-30),
      dueDay: day(30),
      milestones: [
        { name: '摸底', day: day(-2) },
        { name: '验收', day: day(20) },
      ],
    }
    const item = await bring(app, { ledgerId, state: 'doing', facts })
    expect(item.light).toBe('yellow')
    const moved = await doTo(reporter, item.id, 'progress', { words: '摸底完成', percent: 40, reached: [1] })
    expect(moved).toMatchObject({ light: 'green', percent: 40 })
    expect(moved.milestones[0]).toMatchObject({ name: '摸底', done: today })
  })

  it('stands still for the unit while the keeper takes time', async () => {
    const item = await bring(app, {
      ledgerId,
      state: 'feedback',
      facts: { startDay: day(-9), dueDay: today },
    })
    await app.connection.db.execute(
      sql`update ledger_item set due_day = ${day(-3)}, near_day = ${day(-6)}, fed_back_day = ${day(-4)} where id = ${item.id}`,
    )
    expect((await getItem(keeper, item.id)).light).toBe('blue')
  })
})

describe('proof', () => {
  it('is reports that left the unit or one below it, and their figures add up to the target', async () => {
    const facts = { target: { measure: 'people', value: 100, unit: '人' } }
    const item = await bring(app, { ledgerId, state: 'doing', facts })
    const { db } = app.connection
    const [own, below, draft, beside] = [
      await addReport(db, { unitId: testUnits.city }),
      await addReport(db, { unitId: testUnits.county }),
      await addReport(db, { unitId: testUnits.city, state: 'draft' }),
      await addReport(db, { unitId: testUnits.sister }),
    ]
    for (const [reportId, value] of [
      [own, 60],
      [below, 25],
    ] as const)
      await db.execute(sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier)
        values (gen_random_uuid(), ${reportId}, 0, 'people', ${value}, '人', 'exact'),
          (gen_random_uuid(), ${reportId}, 1, 'people', 9, '人次', 'exact')`)
    const url = `/api/ledger-items/${item.id}/evidence`
    for (const wrong of [draft, beside])
      expect(
        (await reporter.post(url, { version: item.version, reportIds: [own, wrong] })).json(),
      ).toMatchObject({ code: 'item-proof' })
    const proved = await reporter.post(url, { version: item.version, reportIds: [own, below] })
    expect(proved.json<LedgerItem>()).toMatchObject({ reached: 85, evidence: 2 })
    await db.execute(sql`update report set state = 'withdrawn' where id = ${own}`)
    const fallen = await getItem(reporter, item.id)
    expect(fallen).toMatchObject({ reached: 25, evidence: 1, flag: null })
    await db.execute(sql`update report set state = 'accepted' where id = ${own}`)
    expect(await getItem(reporter, item.id)).toMatchObject({ reached: 85, evidence: 2 })
  })

  it('that falls after closing flags the item and opens nothing', async () => {
    const { db } = app.connection
    const item = await bring(app, { ledgerId, state: 'doing' })
    const reportId = await addReport(db, { unitId: testUnits.city })
    await reporter.post(`/api/ledger-items/${item.id}/evidence`, {
      version: item.version,
      reportIds: [reportId],
    })
    await doTo(lead, item.id, 'feedback', { words: '已办完' })
    const closed = await doTo(keeper, item.id, 'close')
    await db.execute(sql`update report set state = 'returned' where id = ${reportId}`)
    const flagged = await getItem(keeper, item.id)
    expect(flagged).toMatchObject({ state: 'closed', flag: 'evidence', summary: closed.summary })
    expect(await doTo(keeper, item.id, 'unflag', { words: '已另行核实' })).toMatchObject({
      flag: null,
      state: 'closed',
    })
    const again = await doTo(keeper, item.id, 'reopen', { words: '材料不实', dueDay: day(20) })
    expect(again).toMatchObject({
      state: 'doing',
      reopened: 1,
      summary: null,
      dueDay: day(20),
      light: 'green',
    })
    expect(again.steps[0]?.details).toMatchObject({ summary: closed.summary })
  })

  it('is files too, shown in place only by what their bytes are', async () => {
    const item = await bring(app, { ledgerId, state: 'doing' })
    const send = async (version: number, name: string, content: Uint8Array | string) => {
      const { payload, contentType } = await uploadBody([{ field: 'file', fileName: name, content }])
      return reporter.upload(
        payload,
        contentType,
        `/api/ledger-items/${item.id}/evidence-files?version=${version}`,
      )
    }
    const first = (await send(item.version, '../照片.png', '<script>alert(1)</script>')).json<LedgerItem>()
    expect(first.proof).toMatchObject([
      { name: '照片.png', mediaType: 'application/octet-stream', kind: 'file' },
    ])
    const file = await lead.get(`/api/ledger-items/${item.id}/evidence/${first.proof[0]!.id}/file`)
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    })
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
    expect(
      (await sister.get(`/api/ledger-items/${item.id}/evidence/${first.proof[0]!.id}/file`)).statusCode,
    ).toBe(404)
    const stale = await send(item.version, '签到表.pdf', '%PDF-1.7')
    expect(stale.json()).toMatchObject({ code: 'changed-meanwhile' })
    const withdrawn = await reporter.post(
      `/api/ledger-items/${item.id}/evidence/${first.proof[0]!.id}/withdraw`,
      {
        version: first.version,
        words: '传错了',
      },
    )
    expect(withdrawn.json<LedgerItem>()).toMatchObject({ evidence: 0, proof: [{ withdrawnWhy: '传错了' }] })
  })
})

describe('units', () => {
  it('of a subtree and of kinds are given one matter in one go, each its own item', async () => {
    const made = await keeper.post('/api/ledger-matters', {
      ledgerId: await openLedgerOf(app.connection.db, { kind: 'work' }),
      facts: { title: '开展自查', dueDay: day(10) },
      units: { under: testUnits.root, kinds: [] },
      submit: true,
    })
    const { matterId, items } = made.json<MatterMade>()
    const rows = await rowsOf<{ state: string; unitId: string }>(
      app.connection.db,
      sql`select state, unit_id as "unitId" from ledger_item where matter_id = ${matterId}`,
    )
    expect(items).toBe(rows.length)
    expect(new Set(rows.map(({ unitId }) => unitId))).toEqual(
      new Set([testUnits.city, testUnits.county, testUnits.sister]),
    )
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['doing']))
    const notices = (await lead.get('/api/notices')).json<{ rows: { kind: string; details: object }[] }>()
      .rows
    expect(notices.filter(({ kind }) => kind === 'ledger.dispatch')[0]?.details).toMatchObject({
      title: '开展自查',
    })
  })

  it('outside the ledger, unknown ones and owners who work elsewhere are refused, and nothing is there', async () => {
    const own = await openLedgerOf(app.connection.db, { unitId: testUnits.city })
    const propose = (units: object, facts: object = {}) =>
      keeper.post('/api/ledger-matters', {
        ledgerId: own,
        units,
        facts: { title: '试一试', dueDay: day(9), ...facts },
      })
    expect((await propose({ ids: [testUnits.county, testUnits.sister] })).json()).toMatchObject({
      code: 'item-units',
    })
    expect((await propose({ ids: [testUnits.county] }, { ownerId: 'nobody' })).json()).toMatchObject({
      code: 'item-owner',
    })
    expect(
      (await propose({ ids: [testUnits.county] }, { leadId: '00000000-0000-4000-8000-00000000dead' })).json(),
    ).toMatchObject({ code: 'item-units' })
    const left = await rowsOf(app.connection.db, sql`select 1 from ledger_matter where ledger_id = ${own}`)
    expect(left).toEqual([])
    expect(
      (
        await (
          await app.as('coordinator@county')
        ).post('/api/ledger-matters', {
          ledgerId: own,
          units: { ids: [testUnits.county] },
          facts: { title: '越级', dueDay: day(9) },
        })
      ).statusCode,
    ).toBe(404)
  })

  it('that lead or assist see the item where it is, and change nothing', async () => {
    const item = await bring(app, { ledgerId, state: 'doing', facts: { leadId: testUnits.sister } })
    const seen = await getItem(sister, item.id)
    expect(seen).toMatchObject({ leadName: '海州市科协', actions: [] })
    expect(await refusal(sister, item.id, 'feedback', { words: '代为办结' })).toEqual([404, 'not-found'])
  })

  it('see the ledgers they have something to do with', async () => {
    const rows = async (by: Agent) => (await by.get('/api/ledgers')).json<{ rows: LedgerSummary[] }>().rows
    const own = (await rows(keeper)).find(({ id }) => id === ledgerId)
    expect(own?.actions).toEqual(['propose'])
    expect((await rows(county)).find(({ id }) => id === ledgerId)?.actions).toEqual([])
  })

  it('whose owner left say so', async () => {
    const { db } = app.connection
    const [person] = await rowsOf<{ id: string }>(
      db,
      sql`select person_id as id from membership where unit_id = ${testUnits.city} and role = 'reporter' limit 1`,
    )
    const item = await bring(app, { ledgerId, state: 'doing' })
    const handed = await doTo(lead, item.id, 'hand', { ownerId: person!.id })
    expect(handed.ownerLeft).toBe(false)
    await db.execute(sql`update person set state = 'left' where id = ${person!.id}`)
    const after = await getItem(lead, item.id)
    await db.execute(sql`update person set state = 'active' where id = ${person!.id}`)
    expect(after).toMatchObject({ ownerLeft: true, ownerName: handed.ownerName })
  })
})
