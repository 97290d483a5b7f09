/** What lies in other units is found by nobody, by the scope that is asked for and, without it, by the policies alone. */

import { type IntakeDocument, readDocument } from '@jianbao/intake'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { enterScope, noScope, readInScope, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type Agent,
  bulletinText,
  openTestApp,
  type Persona,
  type TestApp,
  testUnits,
} from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventPage, FigurePage, SearchPage, Spread, Timeline, UnitList } from '../contract/index.ts'
import { listFoundUnits } from './find/found-units.ts'
import { getTimeline } from './find/get-timeline.ts'
import { listEvents } from './find/list-events.ts'
import { listFigures } from './find/list-figures.ts'
import { recordReading } from './find/record-demonstration.fixture.ts'
import { searchArticles } from './find/search-articles.ts'
import { spreadOfSearch } from './find/spread-search.ts'
import { suggestSearch } from './find/suggest-search.ts'

type Place = keyof typeof testUnits
type Told = {
  readonly place: Place
  readonly published: boolean
  readonly name: string
  readonly issueId: string
}

let app: TestApp
/** One bulletin of each unit that is published and one that is not; each speaks of a unit of its own name. */
const told: Told[] = []

beforeAll(async () => {
  app = await openTestApp()
  const places = Object.keys(testUnits) as Place[]
  for (const [at, place] of places.entries())
    for (const published of [false, true]) {
      const name = `第${at}${published ? '公开' : '内部'}观鸟学会`
      const issueId = await record(name, place)
      if (published) await publish(issueId, true)
      told.push({ place, published, name, issueId })
    }
}, 120_000)
afterAll(() => app.close())

function bulletinOf(name: string): IntakeDocument {
  const reading = readDocument(bulletinText({ headline: `${name}清点候鸟`, series: `${name}简报` }))
  for (const { units } of reading.columns[0]!.articles[0]!.events) for (const unit of units) unit.name = name
  reading.columns[0]!.name = `${name}动态`
  return reading
}
const record = (name: string, place: Place) =>
  recordReading(app.connection.db, bulletinOf(name), testUnits[place])
async function publish(issueId: string, published: boolean): Promise<void> {
  const keeper = await app.as('editor')
  const answer = await keeper.post(`/api/issues/${issueId}/${published ? 'publish' : 'withdraw'}`)
  expect(answer.statusCode).toBe(200)
}

const above: Record<Place, Place[]> = {
  root: ['root'],
  city: ['root', 'city'],
  county: ['root', 'city', 'county'],
  sister: ['root', 'sister'],
}
const seenFrom = (place: Place): Told[] =>
  told.filter(one => one.published || above[one.place].includes(place))
const names = (some: readonly Told[]): string[] => some.map(one => one.name).sort()
const at = (place: Place): Persona => (place === 'root' ? 'inspector' : `inspector@${place}`)

async function get<T>(agent: Agent, path: string, query: Record<string, string> = {}): Promise<T> {
  const answer = await agent.get(`${path}?${new URLSearchParams(query)}`)
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return answer.json<T>()
}
const q = '观鸟学会'

describe.each(Object.keys(testUnits) as Place[])('from %s', from => {
  let agent: Agent
  const seen = () => seenFrom(from)
  beforeAll(async () => {
    agent = await app.as(at(from))
  })

  test('search, its total and its spread hold what lies in the scope or is published', async () => {
    const page = await get<SearchPage>(agent, '/api/search', { q, pageSize: '50' })
    expect(page.rows.map(hit => hit.units[0]).sort()).toEqual(names(seen()))
    expect(page.total).toBe(seen().length)
    const spread = await get<Spread>(agent, '/api/search/spread', { q })
    expect(spread.columns.map(column => column.name).sort()).toEqual(
      seen()
        .map(one => `${one.name}动态`)
        .sort(),
    )
    expect(spread.months.reduce((sum, month) => sum + month.hits, spread.undated)).toBe(seen().length)
  })

  test('every word is found or not there, and so are its suggestions', async () => {
    for (const one of told) {
      const visible = seen().includes(one)
      const found = await get<SearchPage>(agent, '/api/search', { q: one.name })
      expect([one.name, found.total]).toEqual([one.name, visible ? 1 : 0])
      const suggested = await get<{ kind: string; hits?: number }[]>(agent, '/api/search/suggest', {
        q: one.name,
      })
      expect([one.name, suggested.map(row => [row.kind, row.hits ?? null])]).toEqual([
        one.name,
        visible
          ? [
              ['unit', null],
              ['column', 1],
              ['series', 1],
              ['headline', null],
            ]
          : [],
      ])
      const story = await agent.get(`/api/archive-units/${encodeURIComponent(one.name)}`)
      expect([one.name, story.statusCode]).toEqual([one.name, visible ? 200 : 404])
    }
  })

  test('events, timeline, figures and units count the same', async () => {
    const events = await get<EventPage>(agent, '/api/events', { pageSize: '50' })
    expect(events.rows.map(event => event.units[0]?.name).sort()).toEqual(names(seen()))
    expect(events.total).toBe(seen().length)
    const timeline = await get<Timeline>(agent, '/api/timeline')
    expect([timeline.total, [...new Set(timeline.units.map(unit => unit.name))].sort()]).toEqual([
      seen().length,
      names(seen()),
    ])
    const figures = await get<FigurePage>(agent, '/api/figures')
    expect([figures.total, figures.measures.reduce((sum, row) => sum + row.figures, 0)]).toEqual([
      seen().length,
      seen().length,
    ])
    const units = await get<UnitList>(agent, '/api/archive-units', { pageSize: '50' })
    expect([units.total, units.rows.map(unit => unit.name).sort()]).toEqual([seen().length, names(seen())])
  })

  test('issues, and what is exported', async () => {
    const issues = await get<{ total: number; seriesNames: string[] }>(agent, '/api/issues')
    expect([issues.total, issues.seriesNames.length]).toEqual([seen().length, seen().length])
    const answer = await agent.post('/api/search/export', { q })
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
    const column = book.worksheets[0]!.getColumn(6).values as string[]
    expect(column.slice(2).sort()).toEqual(names(seen()))
  })
})

/** The path of a test unit. */
async function scopeAt(place: Place): Promise<Scope> {
  const unitId = testUnits[place]
  const [unit] = await rowsOf<{ path: string }>(
    app.connection.db,
    sql`select path from unit where id = ${unitId}`,
  )
  return { roots: [{ unitId, path: unit!.path }], content: true }
}

/** Everything a scope counts, through the stores themselves. */
async function countAll(tx: Database, scope: Scope): Promise<Record<string, number>> {
  const spread = await spreadOfSearch(tx, scope, { q })
  return {
    search: (await searchArticles(tx, scope, { q }, noScope)).rows.length,
    total: (await searchArticles(tx, scope, { q }, noScope)).total,
    spread: spread.columns.length,
    suggested: await countSuggested(tx, scope),
    events: (await listEvents(tx, scope, {}, noScope)).total,
    timeline: (await getTimeline(tx, scope, {})).total,
    figures: (await listFigures(tx, scope, {}, noScope)).total,
    units: (await listFoundUnits(tx, scope, {})).total,
  }
}

/** Of how many of the names something is suggested. */
async function countSuggested(tx: Database, scope: Scope): Promise<number> {
  let some = 0
  for (const { name } of told) if ((await suggestSearch(tx, scope, name)).length) some++
  return some
}

describe('each lock alone', () => {
  const counts = (n: number) => ({
    search: n,
    total: n,
    spread: n,
    suggested: n,
    events: n,
    timeline: n,
    figures: n,
    units: n,
  })

  test.each(Object.keys(testUnits) as Place[])('holds, from %s', async from => {
    const { db } = app.connection
    const scope = await scopeAt(from)
    const n = seenFrom(from).length
    const bearer = { scope, personId: null }
    // A store that is given the wrong scope: the policies are left.
    const second = await readInScope(db, bearer, tx => countAll(tx, wholeScope))
    expect(second).toEqual(counts(n))
    // A transaction that passes every policy: the conditions are left.
    const first = await db.transaction(tx => countAll(tx, scope))
    expect(first).toEqual(counts(n))
  })

  test('nobody, as the public site reads, sees what is published', async () => {
    const nobody = { scope: noScope, personId: null }
    const n = told.filter(one => one.published).length
    expect(await readInScope(app.connection.db, nobody, tx => countAll(tx, wholeScope))).toEqual(counts(n))
  })

  test('an administrator of the whole reads what is public, and writes none of it', async () => {
    const scope = { ...(await scopeAt('root')), content: false }
    const bearer = { scope, personId: null }
    const n = told.filter(one => one.published).length
    expect(await readInScope(app.connection.db, bearer, tx => countAll(tx, wholeScope))).toEqual(counts(n))
  })
})

describe('what is published by another unit', () => {
  const theirs = () => told.find(one => one.place === 'sister' && one.published)!
  const attempts = {
    'its row': (id: string) => sql`update issue set series = 'x' where id = ${id} returning id`,
    'its removal': (id: string) => sql`delete from issue where id = ${id} returning id`,
    'its columns': (id: string) => sql`delete from issue_column where issue_id = ${id} returning id`,
    'its articles': (id: string) =>
      sql`update article set headline = 'x' where column_id in
        (select id from issue_column where issue_id = ${id}) returning id`,
    'its events': (id: string) => sql`update event set act = 'x' where issue_id = ${id} returning id`,
    'its index': (id: string) => sql`delete from article_search where issue_id = ${id} returning issue_id`,
  }
  const write = async (scope: Scope, statement: ReturnType<typeof sql>) => {
    const gone = new Error('rolled back')
    let rows: unknown[] = []
    const work = app.connection.db.transaction(async tx => {
      await enterScope(tx, { scope, personId: null })
      rows = await rowsOf(tx, statement)
      throw gone
    })
    await expect(work).rejects.toBe(gone)
    return rows.length
  }

  test.each(Object.entries(attempts))('cannot be written: %s', async (_what, statement) => {
    const id = theirs().issueId
    expect(await write(await scopeAt('city'), statement(id))).toBe(0)
    expect(await write({ ...(await scopeAt('root')), content: false }, statement(id))).toBe(0)
    expect(await write(await scopeAt('sister'), statement(id))).toBe(1)
  })

  test('takes nothing in: no column, no event of another unit', async () => {
    const scope = await scopeAt('city')
    const id = theirs().issueId
    const column = sql`insert into issue_column (id, issue_id, position) values (gen_random_uuid(), ${id}, 9)`
    await expect(write(scope, column)).rejects.toThrow()
    const moved = sql`update issue set unit_id = ${testUnits.sister} where unit_id = ${testUnits.city}`
    await expect(write(scope, moved)).rejects.toThrow()
  })

  test('offers nothing but itself; its document is not named', async () => {
    const { issueId } = theirs()
    const own = await (await app.as('editor@sister')).get(`/api/issues/${issueId}`)
    expect(own.json().may).toEqual(['withdraw', 'layout', 'download'])
    for (const persona of ['editor@city', 'signatory@city', 'reporter@sister'] as const)
      expect((await (await app.as(persona)).get(`/api/issues/${issueId}`)).json()).toMatchObject({
        may: ['download'],
        documentId: null,
      })
    const withdrawn = await (await app.as('signatory@city')).post(`/api/issues/${issueId}/withdraw`)
    expect(withdrawn.statusCode).toBe(404)
  })
})

test('facts follow their issue: withdrawn, published, moved with its unit', async () => {
  const [reader, keeper] = [await app.as('reporter@city'), await app.as('system-administrator')]
  const found = async () => {
    const { total } = await get<SearchPage>(reader, '/api/search', { q: '随迁观鸟协会' })
    const events = await get<EventPage>(reader, '/api/events', { unit: '随迁观鸟协会' })
    const figures = await get<FigurePage>(reader, '/api/figures', { unit: '随迁观鸟协会' })
    return [total, events.total, figures.total]
  }
  const issueId = await record('随迁观鸟协会', 'sister')
  expect(await found()).toEqual([0, 0, 0])
  await publish(issueId, true)
  expect(await found()).toEqual([1, 1, 1])
  await publish(issueId, false)
  expect(await found()).toEqual([0, 0, 0])
  const { version } = (await keeper.get(`/api/units/${testUnits.sister}`)).json()
  const move = (parentId: string, of: number) =>
    keeper.post(`/api/units/${testUnits.sister}/move`, { version: of, parentId, position: 0 })
  const moved = await move(testUnits.city, version)
  expect([moved.statusCode, await found()]).toEqual([200, [1, 1, 1]])
  await move(rootUnitId, moved.json().version)
  expect(await found()).toEqual([0, 0, 0])
})
