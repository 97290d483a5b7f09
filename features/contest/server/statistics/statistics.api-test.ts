import { readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ContestAttemptPage,
  ContestFigure,
  ContestPage,
  ContestPlayerPage,
  ContestQuestionPage,
  ContestScreen,
  ContestStatistics,
  ContestUnitPage,
  ExpectedOutcome,
} from '../../contract/index.ts'
import {
  addCountedContest,
  type CountedFixture,
  contestUnits,
  type PlayedAttempt,
  playAttempts,
  viewPages,
} from './statistics.fixture.ts'

let app: TestApp
let contest: CountedFixture
let played: PlayedAttempt[]
// 07:30 in Shanghai: the day before in UTC.
const now = new Date('2026-11-25T23:30:00Z')
const clock = { now: () => now }

/** Chance that comes again. */
const chance = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

beforeAll(async () => {
  app = await openTestApp({ clock })
  contest = await addCountedContest(app.connection.db, {
    rules: {
      groups: [
        { key: 'youth', name: '青年组' },
        { key: 'senior', name: '银龄组' },
      ],
    },
  })
  const random = chance(7)
  played = []
  for (let player = 1; player <= 60; player++) {
    const unitNo = Math.floor(random() * 5)
    const groupNo = 1 + Math.floor(random() * 2)
    const begun = now.getTime() - random() * 4 * 86_400_000
    for (let n = 0; n < 1 + Math.floor(random() * 4); n++)
      played.push({
        ...{ player, n, unitNo, groupNo, startedAt: new Date(begun + n * 3_000_000) },
        ...{ score: Math.floor(random() * 11) * 10, usedMs: 20_000 + Math.floor(random() * 90_000) },
        ...{ flags: random() < 0.15 ? 1 : 0, voided: random() < 0.1 },
      })
  }
  await playAttempts(app.connection.db, contest, played)
  await viewPages(app.connection.db, contest, [
    { at: now, unitNo: 0, views: 500 },
    { at: now, unitNo: contestUnits.county, views: 7 },
    { at: new Date(now.getTime() - 86_400_000), unitNo: 0, views: 100 },
  ])
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const ask = async <T>(path: string, by: Persona = 'editor', status = 200): Promise<T> => {
  const answer = await (await app.as(by)).get(`/api/contests/${contest.id}${path}`)
  expect([path, answer.statusCode, status === 200 ? '' : answer.body.slice(0, 0)]).toEqual([path, status, ''])
  return answer.json()
}
const counting = () => played.filter(({ voided }) => !voided)
const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const peopleOf = (some: readonly PlayedAttempt[]): number => new Set(some.map(({ player }) => player)).size

describe('numbers against a recount of the attempts', () => {
  test('of the whole, by day and by hour', async () => {
    const all = await ask<ContestStatistics>('/statistics')
    expect(all.total).toEqual({ people: peopleOf(counting()), attempts: counting().length, views: 607 })
    expect(all.head.whole).toBe(true)
    for (const point of all.series) {
      const its = counting().filter(({ startedAt }) => dayOf(startedAt) === point.at)
      expect([point.at, point.people, point.attempts]).toEqual([point.at, peopleOf(its), its.length])
    }
    expect(all.series.reduce((sum, { newcomers }) => sum + newcomers, 0)).toBe(all.total.people)
    const day = all.series.find(({ attempts }) => attempts > 3)!.at
    const hours = await ask<ContestStatistics>(`/statistics?day=${day}`)
    expect(hours.series).toHaveLength(24)
    const sum = (pick: (its: (typeof hours.series)[number]) => number) =>
      hours.series.reduce((total, its) => total + pick(its), 0)
    const whole = all.series.find(({ at }) => at === day)!
    expect([sum(its => its.people), sum(its => its.attempts)]).toEqual([whole.people, whole.attempts])
  })

  test('today is the day of the offices', async () => {
    const { today } = await ask<ContestStatistics>('/statistics')
    const its = counting().filter(({ startedAt }) => dayOf(startedAt) === '2026-11-26')
    expect(today).toEqual({ people: peopleOf(its), attempts: its.length, views: 507 })
  })

  test('groups and points add up to the people', async () => {
    const { groups, scores, total } = await ask<ContestStatistics>('/statistics')
    for (const [at, group] of groups.entries()) {
      const its = counting().filter(({ groupNo }) => groupNo === at + 1)
      expect(group).toMatchObject({ people: peopleOf(its), attempts: its.length })
    }
    expect(scores.reduce((sum, { people }) => sum + people, 0)).toBe(total.people)
    expect(scores.map(({ from, to }) => [from, to]).slice(-2)).toEqual([
      [80, 89],
      [90, 100],
    ])
  })

  test('cities are their units added up, and open them', async () => {
    const cities = await ask<ContestUnitPage>('/statistics/units')
    const city = cities.rows.find(({ no }) => no === contestUnits.city)!
    const below = [contestUnits.city, contestUnits.county] as readonly number[]
    const its = counting().filter(({ unitNo }) => below.includes(unitNo))
    expect(city).toMatchObject({ units: 2, people: peopleOf(its), attempts: its.length, views: 7 })
    const units = await ask<ContestUnitPage>(`/statistics/units?by=unit&city=${contestUnits.city}`)
    expect(units.rows.map(({ no }) => no).sort()).toEqual([...below])
    expect(units.sum.people).toBe(city.people)
    expect(cities.sum.people).toBe(peopleOf(counting()))
  })

  test('every number opens as many as it says', async () => {
    const units = await ask<ContestUnitPage>('/statistics/units?by=unit')
    for (const { no, people, attempts } of units.rows) {
      const players = await ask<ContestPlayerPage>(`/players?unit=${no}`)
      const papers = await ask<ContestAttemptPage>(`/attempts?unit=${no}`)
      expect([no, players.total, papers.total]).toEqual([no, people, attempts])
    }
    const { series, groups, scores } = await ask<ContestStatistics>('/statistics')
    for (const { at, people, attempts } of series) {
      const players = await ask<ContestPlayerPage>(`/players?day=${at}`)
      const papers = await ask<ContestAttemptPage>(`/attempts?day=${at}`)
      expect([at, players.total, papers.total]).toEqual([at, people, attempts])
    }
    for (const { group, people } of groups)
      expect((await ask<ContestPlayerPage>(`/players?group=${group}`)).total).toBe(people)
    for (const { from, to, people } of scores)
      expect((await ask<ContestPlayerPage>(`/players?from=${from}&to=${to}`)).total).toBe(people)
    const day = series.find(({ attempts }) => attempts > 3)!.at
    for (const [hour, its] of (await ask<ContestStatistics>(`/statistics?day=${day}`)).series.entries()) {
      const players = await ask<ContestPlayerPage>(`/players?day=${day}&hour=${hour}`)
      const papers = await ask<ContestAttemptPage>(`/attempts?day=${day}&hour=${hour}`)
      expect([hour, players.total, papers.total]).toEqual([hour, its.people, its.attempts])
    }
  })

  test('names are masked, and nothing tells who somebody is', async () => {
    const { rows } = await ask<ContestPlayerPage>('/players')
    expect(rows.length).toBeGreaterThan(0)
    for (const { name } of rows) expect(name).toMatch(/^选\*+\d$/)
    const { rows: attempts } = await ask<ContestAttemptPage>('/attempts')
    for (const { name } of attempts) expect(name).toMatch(/^选\*+\d$/)
  })
})

describe('whose numbers they are', () => {
  test('a county has its part of a contest of the top alone', async () => {
    const its = counting().filter(({ unitNo }) => unitNo === contestUnits.county)
    const part = await ask<ContestStatistics>('/statistics', 'reporter@county')
    expect(part.head.whole).toBe(false)
    expect(part.total).toEqual({ people: peopleOf(its), attempts: its.length, views: 7 })
    const units = await ask<ContestUnitPage>('/statistics/units?by=unit', 'reporter@county')
    expect(units.rows.map(({ no }) => no)).toEqual([contestUnits.county])
    expect((await ask<ContestPlayerPage>('/players', 'reporter@county')).total).toBe(peopleOf(its))
    expect((await ask<ContestAttemptPage>('/attempts', 'reporter@county')).total).toBe(its.length)
  })

  test('it finds the contest in its list, with its own part of the numbers; whoever has no part does not', async () => {
    const listed = async (by: Persona) =>
      (await (await app.as(by)).get(`/api/contests?q=${contest.slug}`)).json<ContestPage>()
    const its = counting().filter(({ unitNo }) => unitNo === contestUnits.county)
    const { rows, total, counts } = await listed('reporter@county')
    expect([total, counts.open]).toEqual([1, 1])
    expect(rows[0]).toMatchObject({
      ...{ id: contest.id, whole: false, actions: [] },
      ...{ people: peopleOf(its), attempts: its.length, views: 7 },
    })
    expect((await listed('reporter')).rows[0]).toMatchObject({ whole: true, views: 607 })
    const city = await addCountedContest(app.connection.db, { unitId: testUnits.city, units: ['city'] })
    const rehearsed = await addCountedContest(app.connection.db, { state: 'rehearsal' })
    for (const { slug } of [city, rehearsed]) {
      const { total: none } = (
        await (await app.as('reporter@county')).get(`/api/contests?q=${slug}`)
      ).json<ContestPage>()
      expect(none).toBe(0)
    }
  })

  test('other units, questions and the whole are not there for it', async () => {
    await ask(`/players?unit=${contestUnits.sister}`, 'reporter@county', 404)
    await ask('/attempts?unit=0', 'reporter@county', 404)
    await ask(`/statistics?unit=${contestUnits.root}`, 'reporter@county', 404)
    await ask('/statistics/questions', 'reporter@county', 404)
    const own = await addCountedContest(app.connection.db, { unitId: testUnits.city, units: ['city'] })
    const answer = await (await app.as('reporter@county')).get(`/api/contests/${own.id}/statistics`)
    expect(answer.statusCode).toBe(404)
  })

  test('the second lock alone keeps the others away', async () => {
    const [county] = await rowsOf<{ path: string }>(
      app.connection.db,
      sql`select path from unit where id = ${testUnits.county}`,
    )
    const scope = { roots: [{ unitId: testUnits.county, path: county!.path }], content: true }
    const seen = (content: boolean) =>
      readInScope(app.connection.db, { scope: { ...scope, content }, personId: null }, async tx => {
        const units: Record<string, number[]> = {}
        for (const table of [
          'contest_hour',
          'contest_view',
          'contest_tally',
          'contest_unit_tally',
          'contest_attempt',
          'contest_player',
        ])
          units[table] = (
            await rowsOf<{ no: number }>(
              tx,
              sql`select distinct unit_no as no from ${sql.identifier(table)} where contest_no = ${contest.no}`,
            )
          ).map(({ no }) => no)
        return units
      })
    for (const nos of Object.values(await seen(true))) expect(nos).toEqual([contestUnits.county])
    for (const nos of Object.values(await seen(false))) expect(nos).toEqual([])
  })
})

describe('whom units expect', () => {
  const enter = async (rows: object[], by: Persona = 'editor') => {
    const agent = await app.as(by)
    return agent.request({ method: 'PUT', url: `/api/contests/${contest.id}/expected`, payload: { rows } })
  }
  test('all lines are written or none, and a wrong one says what was meant', async () => {
    const wrong = await enter([
      { unit: '云岭市科协', expected: 40 },
      { unit: '溪口县科学', expected: 5 },
    ])
    expect(wrong.json<ExpectedOutcome>()).toEqual({
      changed: 0,
      problems: [{ row: 2, unit: '溪口县科学', meant: '溪口县科协' }],
    })
    expect((await ask<ContestStatistics>('/statistics')).expected).toBe(0)
    const right = await enter([
      { unit: '云岭市科协', expected: 40 },
      { unit: ' 溪口县科协 ', expected: 20 },
    ])
    expect(right.json<ExpectedOutcome>()).toEqual({ changed: 2, problems: [] })
    const { rows } = await ask<ContestUnitPage>('/statistics/units')
    const city = rows.find(({ no }) => no === contestUnits.city)!
    expect(city.expected).toBe(60)
    expect(city.rate).toBeCloseTo(city.people / 60)
  })
  test('who has a part alone enters nothing', async () => {
    expect((await enter([{ unit: '溪口县科协', expected: 1 }], 'editor@county')).statusCode).toBe(404)
  })
  test('negative, broken and endless numbers are refused', async () => {
    for (const expected of [-1, 1.5, 1e12, '10'])
      expect((await enter([{ unit: '云岭市科协', expected }])).statusCode).toBe(400)
  })
})

describe('what is taken away', () => {
  const book = async (body: object, by: Persona = 'editor') => {
    const answer = await (await app.as(by)).post(`/api/contests/${contest.id}/statistics/export`, body)
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
    const opened = new ExcelJs.Workbook()
    const bytes = Buffer.from(answer.rawPayload)
    await opened.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = opened.worksheets[0]!
    const rows: unknown[][] = []
    sheet.eachRow(row => void rows.push((row.values as unknown[]).slice(1)))
    return rows
  }
  test('a workbook has the rows of the list, in its order, and is recorded', async () => {
    const filters = { by: 'unit', order: '-attempts' } as const
    const { rows } = await ask<ContestUnitPage>('/statistics/units?by=unit&order=-attempts')
    const sheet = await book({ list: 'units', filters })
    expect(sheet.slice(1).map(row => [row[0], row[4]])).toEqual(rows.map(row => [row.name, row.attempts]))
    const players = await book({ list: 'players', filters: { unit: contestUnits.county } })
    expect(players).toHaveLength(
      1 + (await ask<ContestPlayerPage>(`/players?unit=${contestUnits.county}`)).total,
    )
    const attempts = await book({ list: 'attempts', filters: { flag: 'any' } })
    expect(attempts).toHaveLength(1 + (await ask<ContestAttemptPage>('/attempts?flag=any')).total)
    const series = await book({ list: 'series', filters: {} })
    expect(series.slice(1).map(row => row[0])).toEqual(
      (await ask<ContestStatistics>('/statistics')).series.map(({ at }) => at),
    )
    expect((await book({ list: 'questions', filters: {} }))[0]).toContain('区分度')
    const [noted] = await rowsOf<{ count: number }>(
      app.connection.db,
      sql`select count(*)::int as count from audit_entry where action = 'contest.export-statistics'`,
    )
    expect(noted!.count).toBe(5)
  })
  test('a part is exported as a part', async () => {
    const sheet = await book({ list: 'units', filters: { by: 'unit' } }, 'reporter@county')
    expect(sheet.slice(1).map(([name]) => name)).toEqual(['溪口县科协'])
  })
})

describe('screen and figures', () => {
  test('the picture says what the statistics say, and is the same for two who look', async () => {
    const { total, today } = await ask<ContestStatistics>('/statistics')
    const screen = await ask<ContestScreen>('/screen')
    expect(screen.total).toEqual(total)
    expect(screen.today).toEqual(today)
    expect(screen.hours.reduce((sum, each) => sum + each, 0)).toBe(today.attempts)
    expect((await ask<ContestScreen>('/screen', 'reporter')).now).toBe(screen.now)
    const part = await ask<ContestScreen>('/screen', 'reporter@county')
    expect(part.total.people).toBeLessThan(total.people)
    expect(part.people).toEqual([])
  })

  test('a figure stays as it was taken, and says what it would be now', async () => {
    const own = await addCountedContest(app.connection.db)
    const startedAt = new Date(now.getTime() - 60_000)
    await playAttempts(app.connection.db, own, [{ player: 1, n: 0, unitNo: 3, startedAt, score: 90 }])
    const editor = await app.as('editor')
    const taken = (await editor.post(`/api/contests/${own.id}/figures`, {})).json<ContestFigure>()
    expect(taken.value).toEqual({ people: 1, attempts: 1, views: 0 })
    expect(taken.sentence).toContain('共有 1 人参加，答题 1 人次')
    await playAttempts(app.connection.db, own, [{ player: 2, n: 0, unitNo: 2, startedAt, score: 70 }])
    const later = (await editor.get(`/api/contest-figures/${taken.id}`)).json<ContestFigure>()
    expect([later.value.people, later.now.people]).toEqual([1, 2])
    const county = await app.as('editor@county')
    expect((await county.get(`/api/contest-figures/${taken.id}`)).statusCode).toBe(404)
    const part = (await county.post(`/api/contests/${own.id}/figures`, {})).json<ContestFigure>()
    expect(part).toMatchObject({ whole: false, value: { people: 1 } })
  })
})

test('questions say how they were answered', async () => {
  const { db } = app.connection
  const own = await addCountedContest(db)
  for (const no of [0, 1])
    await db.execute(sql`insert into contest_question (contest_id, no, type, stem, options, answer, category, difficulty,
        explanation, source)
      values (${own.id}, ${no}, 'single', ${`第 ${no} 题`}, '["甲","乙"]', '[0]', '历史', 'easy', '', '')`)
  await db.execute(sql`insert into contest_question_tally (contest_no, question_no, asked, correct, rest_sum,
      rest_square_sum, rest_sum_correct, chosen)
    values (${own.no}, 0, 100, 95, 5000, 300000, 4800, '{95,5}')`)
  const answer = await (await app.as('editor')).get(`/api/contests/${own.id}/statistics/questions?order=rate`)
  const { rows, counts } = answer.json<ContestQuestionPage>()
  expect(rows.map(({ no, words, rate }) => [no, words, rate])).toEqual([
    [0, ['easy', 'weak'], 0.95],
    [1, ['few'], null],
  ])
  expect(rows[0]!.options).toEqual([
    { text: '甲', right: true, chosen: 95 },
    { text: '乙', right: false, chosen: 5 },
  ])
  expect(counts.find(({ word }) => word === 'easy')).toEqual({ word: 'easy', questions: 1 })
})
