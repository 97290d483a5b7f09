/** A circular from counting to issuing, with the real typesetter behind it. */
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CircularPage, CircularRecord, CountedPage } from '../../contract/index.ts'
import { openScored, packWith, scheme } from '../account/history.fixture.ts'
import { addCommission, addReport } from './circular.fixture.ts'

let now = '2021-07-06T02:00:00Z'
const clock: Clock = { now: () => new Date(now) }
let app: TestApp
let editor: Agent
let campaignId = ''
let number = 0
beforeAll(async () => {
  app = await openTestApp({ clock })
  editor = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  now = '2021-07-06T02:00:00Z'
  const rules = await scheme('1-base-points')
  campaignId = await openScored(app.connection.db, packWith(rules, `circular-${++number}`))
})

const report = (wish: Partial<Parameters<typeof addReport>[1]> = {}) =>
  addReport(app.connection.db, { campaignId, ...wish })
const make = async (wish: object = {}, by = editor): Promise<CircularRecord> => {
  await app.scoring.settle()
  const answer = await by.post('/api/circulars', {
    unitId: testUnits.root,
    campaignId,
    period: '2021-Q2',
    ...wish,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const act = async ({ id, version }: CircularRecord, deed: string, more: object = {}, by = editor) =>
  by.post(`/api/circulars/${id}/${deed}`, { version, ...more })
const done = async (circular: CircularRecord, deed: string, more: object = {}): Promise<CircularRecord> => {
  const answer = await act(circular, deed, more)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const file = async ({ id }: CircularRecord, format: string) => {
  const answer = await editor.get(`/api/circulars/${id}/file?format=${format}`)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  return answer
}
const unitsOf = ({ figures }: CircularRecord) =>
  Object.fromEntries(
    figures.classes.flatMap(({ units }) =>
      units.map(({ unitId, rank, reported, adopted }) => [unitId, { rank, reported, adopted }]),
    ),
  )

describe('what is counted', () => {
  test('reports by the day they left their unit, adoptions by the first that stands, each report once', async () => {
    await report({ day: '2021-03-31', adopted: [{ day: '2021-04-02' }] })
    await report({
      day: '2021-04-01',
      adopted: [{ day: '2021-05-02' }, { day: '2021-05-09', at: testUnits.city }],
    })
    await report({ day: '2021-06-30', adopted: [{ day: '2021-06-30', revoked: true }] })
    await report({ day: '2021-05-05', adopted: [{ day: '2021-07-01' }] })
    await report({ day: '2021-07-01' })
    await report({ unitId: testUnits.county, day: '2021-06-01' })
    await report({ unitId: testUnits.root, day: '2021-06-01' })
    const circular = await make()
    expect(unitsOf(circular)).toMatchObject({
      [testUnits.city]: { reported: 3, adopted: 2 },
      [testUnits.county]: { reported: 1, adopted: 0 },
      [testUnits.sister]: { reported: 0, adopted: 0 },
    })
    expect(circular.figures.totals).toMatchObject({ reported: 4, adopted: 2, reporting: 2, adopting: 1 })
    expect(circular.figures.before).toEqual({ reported: 1, adopted: 0 })
    expect(circular.title).toBe('关于2021年二季度青禾行动信息报送和采用情况的通报')
  })

  test('the days are those of Shanghai', async () => {
    const { db } = app.connection
    const late = await report({ day: '2021-06-30' })
    const early = await report({ day: '2021-04-01' })
    await db.execute(sql`update report set submitted_at = '2021-06-30T16:00:00Z' where id = ${late}`)
    await db.execute(sql`update report set submitted_at = '2021-03-31T16:00:00Z' where id = ${early}`)
    expect((await make()).figures.totals.reported).toBe(1)
  })

  test('ranks are those of the points, within classes, equal ones shared', async () => {
    await report({ unitId: testUnits.sister, adopted: [{ day: '2021-05-12' }] })
    await report({ unitId: testUnits.city, adopted: [{ day: '2021-05-12' }] })
    const circular = await make()
    const rows = await rowsOf<{ unitId: string; points: number }>(
      app.connection.db,
      sql`select unit_id as "unitId", sum(points)::float8 as points from score_total
        where campaign_id = ${campaignId} and month between '2021-04' and '2021-06' group by 1`,
    )
    for (const { units } of circular.figures.classes) {
      for (const unit of units) {
        expect(unit.points).toBe(rows.find(row => row.unitId === unit.unitId)?.points ?? 0)
        expect(unit.rank).toBe(1 + units.filter(other => other.points! > unit.points!).length)
      }
    }
    const { [testUnits.city]: city, [testUnits.sister]: sister } = unitsOf(circular)
    expect(city).toEqual(sister)
    expect(city?.adopted).toBe(1)
  })

  test('a city counts the units below it, not itself and not its sister', async () => {
    await report({ unitId: testUnits.county, day: '2021-06-01' })
    const circular = await make({ unitId: testUnits.city }, await app.as('coordinator@city'))
    expect(Object.keys(unitsOf(circular))).toEqual([testUnits.county])
  })

  test('commissions by what became of them, tasks by the ledger', async () => {
    const { db } = app.connection
    const of = { campaignId, due: '2021-05-20' }
    await addCommission(db, { ...of, unitId: testUnits.city, state: 'delivered', settled: '2021-05-20' })
    await addCommission(db, { ...of, unitId: testUnits.city, state: 'delivered', settled: '2021-05-21' })
    await addCommission(db, { ...of, unitId: testUnits.county, state: 'missed' })
    await addCommission(db, { ...of, unitId: testUnits.county, state: 'cancelled' })
    await addCommission(db, { ...of, unitId: testUnits.sister, due: '2021-07-02', state: 'open' })
    const { figures } = await make()
    expect(figures.commissions).toMatchObject({
      due: 3,
      onTime: 1,
      late: [{ unitId: testUnits.city, count: 1 }],
      missed: [{ unitId: testUnits.county, count: 1 }],
    })
    const monthly = figures.tasks.filter(({ name }) => name.startsWith('主题活动日'))
    expect(monthly.map(({ dueDay }) => dueDay)).toEqual(['2021-04-05', '2021-05-05', '2021-06-05'])
    for (const task of monthly) expect(task).toMatchObject({ expected: 2, onTime: 0, silentCount: 2 })
  })

  test('a period that runs is counted until today; what is due today is not missing yet', async () => {
    now = '2021-06-05T02:00:00Z'
    await report({ day: '2021-06-04' })
    const { figures, id } = await make({ period: '2021-06' })
    expect(figures).toMatchObject({ until: '2021-06-05', before: null })
    expect(figures.tasks).toEqual([])
    expect((await editor.get(`/api/circulars/${id}/file?format=txt`)).body).toContain('统计截至2021年6月5日')
    const early = await editor.post('/api/circulars', {
      unitId: testUnits.root,
      campaignId,
      period: '2021-07',
    })
    expect([early.statusCode, early.json().code]).toEqual([422, 'circular-too-early'])
  })

  test('the rows behind a figure are as many as it says', async () => {
    await report({
      day: '2021-04-01',
      adopted: [{ day: '2021-05-02' }, { day: '2021-05-09', at: testUnits.city }],
    })
    await report({ unitId: testUnits.county, day: '2021-06-01' })
    await report({ unitId: testUnits.root, day: '2021-06-01' })
    await addCommission(app.connection.db, {
      campaignId,
      due: '2021-05-20',
      unitId: testUnits.county,
      state: 'missed',
    })
    const circular = await make()
    const { totals, tasks, commissions } = circular.figures
    const count = async (query: string): Promise<number> => {
      const answer = await editor.get(`/api/circulars/${circular.id}/counted?${query}`)
      const page: CountedPage = answer.json()
      expect(page.rows.length).toBe(Math.min(20, page.total))
      return page.total
    }
    expect(await count('what=reported')).toBe(totals.reported)
    expect(await count('what=adopted')).toBe(totals.adopted)
    expect(await count(`what=adopted&unit=${testUnits.city}`)).toBe(1)
    for (const { taskId, periodNo, expected, silentCount, onTime } of tasks) {
      const of = `task=${taskId}&periodNo=${periodNo}`
      expect(await count(`what=task&${of}`)).toBe(expected)
      expect(await count(`what=silent&${of}`)).toBe(silentCount)
      expect(await count(`what=on-time&${of}`)).toBe(onTime)
    }
    expect(tasks.length).toBeGreaterThan(2)
    expect(await count('what=commission')).toBe(commissions.due)
    expect(await count('what=commission-missed')).toBe(1)
  })
})

describe('from draft to issued', () => {
  test('a draft is worded by hand and counted again; what was written stays, the usual words follow', async () => {
    const made = await make()
    expect(made).toMatchObject({ state: 'draft', actions: ['edit', 'refresh', 'issue', 'remove'] })
    const answer = await editor.request({
      method: 'PATCH',
      url: `/api/circulars/${made.id}`,
      payload: { version: made.version, opening: '请看本季度情况。', docNumber: '青科协办〔2021〕9号' },
    })
    const edited: CircularRecord = answer.json()
    await report({ adopted: [{ day: '2021-05-12' }] })
    await app.scoring.settle()
    const again = await done(edited, 'refresh')
    expect(again.figures.totals).toMatchObject({ reported: 1, adopted: 1 })
    expect(again.opening).toBe('请看本季度情况。')
    const text = (await file(again, 'txt')).body
    expect(text).toContain('青科协办〔2021〕9号')
    expect(text).toContain('请看本季度情况。')
    expect(text).toContain('采用1个单位的信息1篇')
    const stale = await act(made, 'issue')
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile'])
  })

  test('issued it stays as it was, whatever happens; the page says what is otherwise now', async () => {
    await report({ adopted: [{ day: '2021-05-12' }] })
    const issued = await done(await make(), 'issue')
    expect(issued).toMatchObject({ state: 'issued', date: '2021-07-06', actions: ['revoke'] })
    const before = (await file(issued, 'txt')).body
    const changes = async () => (await editor.get(`/api/circulars/${issued.id}/changes`)).json()
    expect(await changes()).toEqual({ totals: [], units: 0 })
    await report({ unitId: testUnits.county, adopted: [{ day: '2021-06-12' }] })
    await app.scoring.settle()
    now = '2021-07-06T02:20:00Z'
    expect((await file(issued, 'txt')).body).toBe(before)
    expect(await changes()).toMatchObject({
      totals: [
        { what: 'reported', was: 1, is: 2 },
        { what: 'adopted', was: 1, is: 2 },
      ],
    })
    for (const deed of ['refresh', 'issue', 'remove']) {
      const answer = await act(issued, deed)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'circular-settled'])
    }
    const write = app.connection.db.execute(
      sql`update circular set figures = '{}'::jsonb where id = ${issued.id}`,
    )
    await expect(write).rejects.toThrow()
  })

  test('unit leads and reporters below are told, read it, and see nothing of a draft', async () => {
    const lead = await app.as('unit-lead@county')
    const sister = await app.as('reporter@sister')
    const made = await make({ unitId: testUnits.city }, await app.as('editor@city'))
    expect((await lead.get(`/api/circulars/${made.id}`)).statusCode).toBe(404)
    const issued = await done(made, 'issue')
    const seen = await lead.get(`/api/circulars/${issued.id}`)
    expect(seen.statusCode, seen.body).toBe(200)
    expect(seen.json<CircularRecord>()).toMatchObject({ actions: [] })
    expect((await sister.get(`/api/circulars/${issued.id}`)).statusCode).toBe(404)
    const listed = async (agent: Agent) =>
      (await agent.get('/api/circulars')).json<CircularPage>().rows.map(({ id }) => id)
    expect(await listed(lead)).toContain(issued.id)
    expect(await listed(sister)).not.toContain(issued.id)
    const told = async (agent: Agent) =>
      (await agent.get('/api/notices')).body.includes(`/circulars/${issued.id}`)
    expect([await told(lead), await told(sister), await told(await app.as('reporter@city'))]).toEqual([
      true,
      false,
      true,
    ])
    const page = (await lead.get(`/api/circulars/${issued.id}/counted?what=reported`)).json<CountedPage>()
    expect(page.rows.every(({ unitName }) => unitName !== '海州市科协')).toBe(true)
  })

  test('revoked it stays readable, says why, and makes room for another', async () => {
    const issued = await done(await make(), 'issue')
    const second = await editor.post('/api/circulars', {
      unitId: testUnits.root,
      campaignId,
      period: '2021-Q2',
    })
    expect([second.statusCode, second.json().code]).toEqual([409, 'circular-exists'])
    const revoked = await done(issued, 'revoke', { reason: '名次统计有误' })
    expect(revoked).toMatchObject({ state: 'revoked', revokeReason: '名次统计有误', actions: [] })
    expect((await make()).state).toBe('draft')
  })

  test('every deed is in the trail', async () => {
    const made = await make()
    await done(await done(await done(made, 'refresh'), 'issue'), 'revoke', { reason: '数据有误' })
    const trail = await rowsOf<{ action: string }>(
      app.connection.db,
      sql`select action from audit_entry where object = ${made.id} order by at`,
    )
    expect(trail.map(({ action }) => action)).toEqual([
      'circular.make',
      'circular.refresh',
      'circular.issue',
      'circular.revoke',
    ])
  })
})

describe('its forms', () => {
  test('PDF, Word, page and text come from the typesetter', async () => {
    await report({ adopted: [{ day: '2021-05-12' }] })
    const circular = await make()
    const pdf = await file(circular, 'pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.rawPayload.toString('latin1')).toContain('pdfuaid:part')
    expect((await file(circular, 'docx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    const html = await editor.get(`/api/circulars/${circular.id}/html`)
    expect(html.body).toContain('<table>')
    expect((await file(circular, 'txt')).body).toContain('关于2021年二季度青禾行动信息报送和采用情况的通报')
  })
})
