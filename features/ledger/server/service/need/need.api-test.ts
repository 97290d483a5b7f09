import { noScope, readInScope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NeedPage, NeedRecord } from '../../../contract/index.ts'

let app: TestApp
let now = new Date('2021-08-13T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  now = new Date('2021-08-13T02:00:00Z')
  await app.connection.db.execute(sql`delete from need`)
})

const heard = {
  unitId: testUnits.city,
  source: 'visit',
  kind: 'farming',
  words: '盼着有人来讲果树剪枝，\n最好在农闲的时候。',
  place: '柳树沟村',
  day: '2021-08-12',
}
const register = async (body: object = {}, by: Persona = 'reporter@city') =>
  (await app.as(by)).post('/api/needs', { ...heard, ...body })
const registered = async (body: object = {}, by: Persona = 'reporter@city'): Promise<NeedRecord> => {
  const answer = await register(body, by)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const act = async ({ id, version }: NeedRecord, deed: string, by: Persona, body: object = {}) =>
  (await app.as(by)).post(`/api/needs/${id}/${deed}`, { version, ...body })
const list = async (by: Persona, query = ''): Promise<NeedPage> =>
  (await (await app.as(by)).get(`/api/needs${query}`)).json()

describe('needs entered by staff', () => {
  test('wait under a number, with who entered them', async () => {
    const need = await registered()
    expect(need).toMatchObject({ ...heard, state: 'waiting', actions: [], tells: false, item: null })
    expect(need.number).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    expect(need.history).toMatchObject([{ action: 'register' }])
    expect(need.registeredName).not.toBe('')
  })

  test('are cleaned of what nobody sees', async () => {
    expect(
      (await registered({ words: ' 要\u202e一\u0007台\u200b显微镜 \r\n\n\n\n可以吗\u3000' })).words,
    ).toBe('要一台显微镜\n\n可以吗')
    expect((await register({ words: '\u200b\u200b\u200b' })).json().code).toMatch(
      /need-words-missing|bad-request/,
    )
  })

  test.each([
    [{ words: '' }],
    [{ words: '长'.repeat(1001) }],
    [{ source: 'form' }],
    [{ kind: 'gold' }],
    [{ day: '2021-02-30' }],
    [{ name: '某人' }],
  ])('%o is refused', async body => {
    expect((await register(body)).statusCode).toBe(400)
  })

  test('are put to units of the caller alone, and were not heard tomorrow', async () => {
    expect((await register({ unitId: testUnits.sister })).json().code).toBe('need-unit-unknown')
    expect((await register({ day: '2021-08-14' })).json().code).toBe('need-day-ahead')
    expect((await registered({ unitId: testUnits.county })).unitId).toBe(testUnits.county)
  })
})

describe('what becomes of a need', () => {
  test('declined with a reason, taken up again', async () => {
    const need = await registered()
    expect((await act(need, 'decline', 'reporter@city', { reason: '不属于科普' })).statusCode).toBe(404)
    const declined = await act(need, 'decline', 'coordinator@city', {
      reason: '请联系农技站，\n电话可查 12345。',
    })
    expect(declined.json()).toMatchObject({
      state: 'declined',
      reason: '请联系农技站，\n电话可查 12345。',
      actions: ['reconsider'],
    })
    const again = await act(declined.json(), 'reconsider', 'unit-lead@city')
    expect(again.json()).toMatchObject({ state: 'waiting', reason: null })
    expect(again.json<NeedRecord>().history.map(step => step.action)).toEqual([
      'reconsider',
      'decline',
      'register',
    ])
  })

  test('of two who decide at once one is told so', async () => {
    const need = await registered()
    const two = await Promise.all(
      ['甲甲', '乙乙'].map(reason => act(need, 'decline', 'coordinator@city', { reason })),
    )
    expect(two.map(answer => answer.statusCode).sort()).toEqual([200, 409])
    const late = await act({ ...need, version: need.version + 1 }, 'decline', 'coordinator@city', {
      reason: '再来',
    })
    expect(late.json().code).toBe('need-settled')
  })

  test('forwarded out of the scope it is gone from here, and there it waits, with how it came', async () => {
    const need = await registered()
    const answer = await act(need, 'forward', 'coordinator@city', {
      unitId: testUnits.sister,
      reason: '地点在贵市',
    })
    expect(answer.json()).toMatchObject({ need: null })
    expect((await (await app.as('coordinator@city')).get(`/api/needs/${need.id}`)).statusCode).toBe(404)
    const there = (await (await app.as('coordinator@sister')).get(`/api/needs/${need.id}`)).json<NeedRecord>()
    expect(there).toMatchObject({ state: 'waiting', unitId: testUnits.sister, version: 1 })
    expect(there.history[0]!.words).toMatch(/ → .*：地点在贵市$/)
    const told = await rowsOf<{ kind: string }>(
      app.connection.db,
      sql`select kind from notice where kind = 'need.forwarded'`,
    )
    expect(told.length).toBeGreaterThan(0)
  })

  test('is not forwarded to where it stands, nor by who does not hold it', async () => {
    const need = await registered()
    const same = await act(need, 'forward', 'coordinator@city', { unitId: testUnits.city, reason: '原地' })
    expect(same.json().code).toBe('need-unit-unknown')
    const other = await act(need, 'forward', 'coordinator@sister', {
      unitId: testUnits.sister,
      reason: '给我',
    })
    expect(other.statusCode).toBe(404)
  })

  test('the function of the database moves nothing that lies outside the scope', async () => {
    const need = await registered()
    const { db } = app.connection
    await expect(
      db.transaction(async tx => {
        await tx.execute(sql`select set_config('role', 'jianbao_desk', true), set_config('app.content', 'yes', true),
          set_config('app.scope_from', '9/', true)`)
        await tx.execute(sql`select forward_need(${need.id}, ${testUnits.sister}, now())`)
      }),
    ).rejects.toThrow()
    expect((await list('reporter@city')).total).toBe(1)
  })
})

describe('who sees what', () => {
  test('one’s own units and those below; nobody else, by either lock', async () => {
    const [own, below] = [await registered(), await registered({ unitId: testUnits.county })]
    const seen = async (by: Persona) => (await list(by)).rows.map(row => row.id).sort()
    expect(await seen('reporter@city')).toEqual([own.id, below.id].sort())
    expect(await seen('coordinator')).toEqual([own.id, below.id].sort())
    expect(await seen('unit-lead@county')).toEqual([below.id])
    expect(await seen('reporter@sister')).toEqual([])
    expect((await (await app.as('editor@city')).get('/api/needs')).statusCode).toBe(404)
    expect((await (await app.as('auditor')).get('/api/needs')).statusCode).toBe(404)
    const bare = await readInScope(app.connection.db, { scope: noScope, personId: null }, async tx => [
      ...(await rowsOf(tx, sql`select 1 from need`)),
      ...(await rowsOf(tx, sql`select 1 from need_step`)),
    ])
    expect(bare).toEqual([])
  })

  test('the list is filtered, counted and turned', async () => {
    await registered({ words: '想学手机缴费', kind: 'digital' })
    await registered({ source: 'opinion', unitId: testUnits.county })
    await act(await registered(), 'decline', 'coordinator@city', { reason: '另有安排' })
    const all = await list('coordinator@city')
    expect(all).toMatchObject({ total: 3, counts: { waiting: 2, declined: 1 } })
    expect(await list('coordinator@city', '?state=declined')).toMatchObject({
      total: 1,
      counts: { waiting: 2 },
    })
    expect((await list('coordinator@city', `?q=${encodeURIComponent('手机')}`)).total).toBe(1)
    expect((await list('coordinator@city', `?q=${all.rows[0]!.number.replaceAll('-', '')}`)).total).toBe(1)
    expect((await list('coordinator@city', `?unit=${testUnits.county}`)).total).toBe(1)
    expect((await list('coordinator@city', '?kind=digital&source=visit')).total).toBe(1)
    expect((await list('coordinator@city', '?pageSize=2&page=2')).rows).toHaveLength(1)
    const sheet = await (await app.as('coordinator@city')).post('/api/needs/export', { state: 'declined' })
    expect(sheet.statusCode).toBe(200)
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})
