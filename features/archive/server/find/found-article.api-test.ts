import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  EventPage,
  FoundArticle,
  SearchPage,
  Spread,
  Timeline,
  UnitStory,
} from '../../contract/index.ts'
import { normaliseText } from './normalise-text.ts'
import { readDemonstration, recordReading } from './record-demonstration.fixture.ts'

let app: TestApp
let keeper: Agent

beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.as('editor')
  for (const [at, reading] of readDemonstration().entries()) {
    // One issue without a day, one column without a name.
    if (at === 0) reading.date = null
    if (at === 1) reading.columns[0]!.name = null
    // One unit the text only speaks of in general.
    if (at === 2) Object.assign(unitsIn(reading)[0]!, { name: general, generic: true })
    await recordReading(app.connection.db, reading)
  }
})
afterAll(() => app.close())

const general = '各县区科协'
const unitsIn = (reading: ReturnType<typeof readDemonstration>[number]) =>
  reading.columns.flatMap(column =>
    column.articles.flatMap(article => article.events.flatMap(event => event.units)),
  )

type Query = Record<string, string | number | boolean>
async function get<T>(path: string, query: Query = {}): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const answer = await keeper.get(`${path}?${search}`)
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return answer.json<T>()
}
const hits = (query: Query) => get<SearchPage>('/api/search', { pageSize: 100, ...query })
const events = (query: Query) => get<EventPage>('/api/events', { pageSize: 100, ...query })
const nobody = '00000000-0000-4000-8000-000000000000'

test('an article lights the words it was found by, in order, and has its events in the order of the text', async () => {
  const all = readDemonstration().flatMap(reading => reading.columns.flatMap(column => column.articles))
  const found = (await hits({ q: '科普 洛阳' })).rows
  expect(found.length).toBeGreaterThan(0)
  for (const hit of found) {
    const article = await get<FoundArticle>(`/api/articles/${hit.articleId}`, { q: '科普 洛阳' })
    const parts = [...(article.headline ? [article.headline] : []), ...article.paragraphs]
    const lit = parts.flatMap(({ text, marks }) =>
      marks.map(([from, to]) => normaliseText(text.slice(from, to))),
    )
    expect(lit.some(word => word.includes('科普'))).toBe(true)
    expect(lit.some(word => word.includes('洛阳'))).toBe(true)
    expect(article.events).toHaveLength(hit.events)
    const people = article.events.flatMap(event => event.figures).filter(figure => /^pe/.test(figure.measure))
    expect(hit.people).toEqual(people.slice(0, 4))
    const paragraphs = JSON.stringify(article.paragraphs.map(paragraph => paragraph.text))
    const read = all.find(other => JSON.stringify(other.paragraphs) === paragraphs)!
    expect(article.events.map(event => event.text)).toEqual(read.events.map(event => event.text))
  }
})

test('without words nothing is lit; a missing article and a bad id are not found', async () => {
  const { rows } = await hits({})
  const article = await get<FoundArticle>(`/api/articles/${rows[0]!.articleId}`)
  expect([article.headline, ...article.paragraphs].flatMap(part => part?.marks ?? [])).toEqual([])
  expect((await keeper.get(`/api/articles/${nobody}`)).statusCode).toBe(404)
  expect((await keeper.get('/api/articles/1')).statusCode).toBe(404)
})

test('what stands in quotation marks is not widened', async () => {
  const wide = await hits({ q: '洛阳科协' })
  const narrow = await hits({ q: '“洛阳科协”' })
  expect(wide.also).not.toEqual([])
  expect(narrow.also).toEqual([])
  expect(narrow.total).toBe((await hits({ q: '洛阳科协', synonyms: false })).total)
})

test('the numbers of what has no day and no column open what they count', async () => {
  const spread = await get<Spread>('/api/search/spread')
  expect(spread.undated).toBeGreaterThan(0)
  expect((await hits({ without: 'day' })).total).toBe(spread.undated)
  const nameless = spread.columns.find(column => column.name === null)!
  expect((await hits({ without: 'column' })).total).toBe(nameless.hits)
  for (const { name, hits: count } of spread.columns.filter(column => column.name !== null))
    expect((await hits({ column: name! })).total).toBe(count)
  for (const { type, hits: count } of spread.types) expect((await hits({ type })).total).toBe(count)
  const timeline = await get<Timeline>('/api/timeline')
  expect(timeline.undated).toBe((await events({ without: 'day' })).total)
  for (const { type, events: count } of timeline.types) expect((await events({ type })).total).toBe(count)
  expect(timeline.types.reduce((sum, row) => sum + row.events, 0)).toBe(timeline.total)
  expect((await events({ without: 'day' })).rows.map(row => row.start ?? row.end)).not.toContain('2021')
})

test('every partner of a unit opens the events the two have in common; also a unit spoken of in general', async () => {
  const names = new Set((await events({})).rows.flatMap(row => row.units.map(unit => unit.name)))
  expect(names.size).toBeGreaterThan(20)
  for (const name of [general, ...[...names].slice(0, 60)]) {
    const story = await get<UnitStory>(`/api/archive-units/${encodeURIComponent(name)}`)
    expect([name, story.events]).toEqual([name, (await events({ unit: name, unitOnly: true })).total])
    expect([name, story.articles]).toEqual([name, (await hits({ unit: name, unitOnly: true })).total])
    for (const partner of story.partners.slice(0, 3))
      expect((await events({ unit: name, unitOnly: true, partner: partner.name })).total).toBe(partner.events)
  }
}, 120_000)

test.each([
  { from: '0000-01-01' },
  { to: '2021-02-30' },
  { from: '2021-12-31', to: '2021-01-01' },
  { unit: '%' },
  { unit: "洛阳' or '1'='1" },
  { unit: '/' },
  { unit: '\ud83d' },
  { unit: '\u0000' },
  { partner: '_' },
  { column: '\\' },
  { series: '%' },
])('events of %j are an answer or a plain refusal', async query => {
  const asked = new URLSearchParams(query as Record<string, string>)
  const paths = ['events', ...('partner' in query ? [] : ['search', 'search/spread', 'timeline', 'figures'])]
  for (const path of paths) {
    const { statusCode, body } = await keeper.get(`/api/${path}?${asked}`)
    expect([path, statusCode === 500 ? body : '']).toEqual([path, ''])
    expect([200, 400]).toContain(statusCode)
  }
})

test.each(['%', '_', '\\', "'", '/', '科%协', '\u0000', '科'.repeat(100)])('units named %j', async name => {
  const found = await get<{ total: number }>('/api/archive-units', { q: name })
  expect(found.total).toBe(name === '\u0000' ? (await get<{ total: number }>('/api/archive-units')).total : 0)
  expect((await keeper.get(`/api/archive-units/${encodeURIComponent(name)}`)).statusCode).toBe(404)
})
