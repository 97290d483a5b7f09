import type { IntakeDocument } from '@jianbao/intake/contract'
import { rootUnitId } from '@jianbao/organisation/server'
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  EventPage,
  FigurePage,
  SearchPage,
  Spread,
  Timeline,
  UnitList,
  UnitStory,
} from '../../contract/index.ts'
import { normaliseText } from './normalise-text.ts'
import { readDemonstration, recordReading } from './record-demonstration.fixture.ts'

let app: TestApp
let keeper: Agent
let readings: IntakeDocument[]

beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.as('editor')
  readings = readDemonstration()
  for (const reading of readings) await recordReading(app.connection.db, reading)
})
afterAll(() => app.close())

type Query = Record<string, string | number | boolean | undefined>
async function get<T>(path: string, query: Query = {}): Promise<T> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const answer = await keeper.get(`${path}?${search}`)
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return answer.json<T>()
}
const search = (q: string, more: Query = {}) =>
  get<SearchPage>('/api/search', { q, pageSize: 100, synonyms: false, ...more })
const total = async (query: Query) => (await get<EventPage>('/api/events', { pageSize: 1, ...query })).total

/** Articles as the search sees them: parts that a match never crosses. */
const articles = () =>
  readings.flatMap(reading =>
    reading.columns.flatMap(column =>
      column.articles.map(article => [article.headline ?? '', ...article.paragraphs].map(normaliseText)),
    ),
  )
const holds = (parts: string[], word: string) => parts.some(part => part.includes(normaliseText(word)))

describe('search', () => {
  test('any piece of any text finds exactly the articles that hold it', async () => {
    const all = articles()
    const pieces = fc
      .tuple(fc.nat(all.length - 1), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }))
      .map(([article, part, start, length]) => {
        const text = all[article]![part % all[article]!.length]!
        return text.slice(start % Math.max(1, text.length)).slice(0, length)
      })
      .filter(piece => piece.isWellFormed() && !/[“”"]/.test(piece) && piece.length > 0)
    await fc.assert(
      fc.asyncProperty(pieces, async piece => {
        const found = await search(`"${piece}"`)
        expect(found.total).toBe(all.filter(parts => holds(parts, piece)).length)
        for (const hit of found.rows)
          for (const { text, marks } of [hit.headline, ...hit.passages])
            for (const [from, to] of marks) expect(normaliseText(text.slice(from, to))).toContain(piece)
        for (const hit of found.rows)
          expect([hit.headline, ...hit.passages].some(({ marks }) => marks.length > 0)).toBe(true)
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  test('words apart must all stand there, a word after minus must not', async () => {
    const all = articles()
    const both = await search('洛阳 科普')
    expect(both.total).toBe(all.filter(parts => holds(parts, '洛阳') && holds(parts, '科普')).length)
    const without = await search('洛阳 -科普')
    expect(without.total).toBe(all.filter(parts => holds(parts, '洛阳') && !holds(parts, '科普')).length)
    expect(both.total + without.total).toBe((await search('洛阳')).total)
    expect(both.total).toBeGreaterThan(0)
  })

  test('traditional characters, full width and blanks do not matter', async () => {
    const plain = await search('科普讲座')
    expect(plain.total).toBeGreaterThan(0)
    expect((await search('“科普 講座”')).rows).toEqual(plain.rows)
  })

  test('headline hits stand first; pages are disjoint and complete', async () => {
    const hits = (await search('科协')).rows
    const inHeadline = hits.map(hit => hit.headline.marks.length > 0 && hit.headline.text.length > 0)
    expect(inHeadline.indexOf(false)).toBeGreaterThan(0)
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(page => search('科协', { page, pageSize: 5 })))
    expect(pages.flatMap(page => page.rows.map(hit => hit.articleId)).slice(0, hits.length)).toEqual(
      hits.map(hit => hit.articleId),
    )
  })

  test('a short name finds the full name and says so', async () => {
    const found = await search('洛阳科协', { synonyms: true })
    expect(found.also[0]?.with).toContain('洛阳市科协')
    expect(found.total).toBeGreaterThan((await search('洛阳科协')).total)
  })

  test('a short name a person taught finds what bears the full name', async () => {
    const { db } = app.connection
    const teach = (undone: boolean) =>
      db.execute(sql`insert into learned_name (unit_id, surface, name, seq, by_id, by_name, at, undone)
        values (${rootUnitId}, '河洛科普联盟', '洛阳市科协', 1, 'a', '甲', now(), ${undone})`)
    const plain = (await search('洛阳市科协')).total
    await teach(true)
    expect((await search('河洛科普联盟', { synonyms: true })).total).toBe(0)
    await teach(false)
    const found = await search('河洛科普联盟', { synonyms: true })
    expect(found.also[0]?.with).toContain('洛阳市科协')
    expect(found.total).toBe(plain)
    expect((await search('河洛科普联盟')).total).toBe(0)
    await db.execute(sql`delete from learned_name`)
  })

  test('the unit filter takes everything below', async () => {
    const whole = await search('', { unit: '洛阳市科协' })
    const part = await search('', { unit: '孟津县科协' })
    const only = await search('', { unit: '洛阳市科协', unitOnly: true })
    const ids = whole.rows.map(hit => hit.articleId)
    expect(part.total).toBeGreaterThan(0)
    for (const hit of [...part.rows, ...only.rows]) expect(ids).toContain(hit.articleId)
    expect(only.total).toBeLessThan(whole.total)
  })

  test.each([
    "' or 1=1 --",
    '\\',
    "科普' & '讲座",
    '!!科普:*',
    '科<->普',
    '"',
    '“',
    '-',
    '--',
    '((((',
    '%_%',
    '\u0000',
    '科\u0000普',
    '\ud83d',
    '👨‍👩‍👧',
    '科'.repeat(200),
    ' \u3000 ',
    '{1,2}',
  ])('the query %j is answered', async q => {
    expect((await search(q)).rows).toBeDefined()
    // A NUL is left out on the way in, and nothing is no query.
    await get('/api/search/suggest', { q: [...q.replaceAll('\0', '')].slice(0, 50).join('') || 'x' })
    await get('/api/search/spread', { q })
  })

  test('the spread counts every hit once', async () => {
    const spread = await get<Spread>('/api/search/spread', { q: '科普' })
    const hits = (await search('科普', { synonyms: true })).total
    expect(spread.exact).toBe(true)
    expect(spread.months.reduce((sum, month) => sum + month.hits, spread.undated)).toBe(hits)
    expect(spread.columns.reduce((sum, column) => sum + column.hits, 0)).toBe(hits)
  })

  test('suggestions mark what was typed', async () => {
    const found = await get<{ kind: string; text: string; marks: [number, number][] }[]>(
      '/api/search/suggest',
      { q: '孟津' },
    )
    expect(found.map(row => row.kind)).toContain('unit')
    for (const { text, marks } of found)
      for (const [from, to] of marks) expect(text.slice(from, to)).toBe('孟津')
  })

  test('related articles share units', async () => {
    const hit = (await search('', { unit: '孟津县科协' })).rows[0]!
    const related = await get<{ articleId: string; because: string[] }[]>(
      `/api/articles/${hit.articleId}/related`,
    )
    expect(related.length).toBeGreaterThan(0)
    expect(related.map(row => row.articleId)).not.toContain(hit.articleId)
    for (const row of related) expect(row.because.length).toBeGreaterThan(0)
  })

  test('the workbook holds every hit and no formula', async () => {
    const hostile = structuredClone(readings[0]!)
    hostile.columns[0]!.articles[0]!.headline = '=1+2 稀奇标题\uffff\ufffe'
    await recordReading(app.connection.db, hostile)
    readings.push(hostile)
    const answer = await keeper.post('/api/search/export', { q: '稀奇标题' })
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect([sheet.getCell('A1').value, sheet.rowCount]).toEqual(['日期', 2])
    const { value, type, numFmt } = sheet.getCell('E2')
    expect([value, type, numFmt]).toEqual(['=1+2 稀奇标题', ExcelJs.ValueType.String, '@'])
  })
})

describe('events', () => {
  const filters: Query[] = [
    {},
    { unit: '洛阳市科协' },
    { unit: '孟津县科协', unitOnly: true },
    { type: 'training' },
    { measure: 'people' },
    { from: '2021-05-01', to: '2021-06-30' },
    { unit: '河南省科协', measure: 'people', from: '2021-01-01' },
  ]
  const lastDay = (month: string) => {
    const [year, number] = month.split('-').map(Number)
    return `${month}-${new Date(Date.UTC(year!, number!, 0)).getUTCDate()}`
  }

  test.each(filters)(
    'every number of the timeline is a query: %j',
    async filter => {
      const timeline = await get<Timeline>('/api/timeline', filter)
      expect(timeline.total).toBe(await total(filter))
      // Days of the filter itself cut months; there the sums alone are compared.
      expect(timeline.months.reduce((sum, row) => sum + row.events, timeline.undated)).toBe(timeline.total)
      if (filter['from']) return
      for (const { month, type, events } of timeline.months) {
        if (filter['type'] && filter['type'] !== type) throw new Error('another type')
        expect(await total({ ...filter, type, from: `${month}-01`, to: lastDay(month) })).toBe(events)
      }
      for (const { name, month, events } of timeline.units.slice(0, 40))
        expect(
          await total({ ...filter, unit: name, unitOnly: true, from: `${month}-01`, to: lastDay(month) }),
        ).toBe(events)
    },
    60_000,
  )

  test('every number of a unit is a query', async () => {
    const units = (await get<UnitList>('/api/archive-units', { pageSize: 100 })).rows
    expect(units.length).toBeGreaterThan(20)
    for (const unit of units) {
      const story = await get<UnitStory>(`/api/archive-units/${encodeURIComponent(unit.name)}`)
      expect(story).toMatchObject(unit)
      expect(await total({ unit: unit.name, unitOnly: true })).toBe(unit.events)
      expect(await total({ unit: unit.name })).toBe(story.eventsBelow)
      for (const { type, events } of story.types)
        expect(await total({ unit: unit.name, unitOnly: true, type })).toBe(events)
      for (const row of story.below.slice(0, 5))
        expect(await total({ unit: row.name, unitOnly: true })).toBe(row.events)
    }
  }, 120_000)

  test('all events of the readings stand there, with their sentences', async () => {
    const expected = readings.flatMap(reading =>
      reading.columns.flatMap(column => column.articles.flatMap(article => article.events)),
    )
    const page = await get<EventPage>('/api/events', { pageSize: 100 })
    expect(page.total).toBe(expected.length)
    const texts = new Set(expected.map(event => event.text))
    for (const row of page.rows) expect(texts).toContain(row.text)
    const days = page.rows.map(row => row.start ?? row.end ?? '')
    expect(days).toEqual([...days].sort().reverse())
  })

  test('figures are marked in their sentences; the measures add up', async () => {
    const page = await get<FigurePage>('/api/figures', { pageSize: 100, order: 'largest' })
    expect(page.measures.reduce((sum, row) => sum + row.figures, 0)).toBe(page.total)
    for (const row of page.rows) {
      const [from, to] = row.sentence.marks[0]!
      expect(row.sentence.text.slice(from, to)).toBe(row.surface)
    }
    const people = await get<FigurePage>('/api/figures', { measure: 'people' })
    expect(people.total).toBe(page.measures.find(row => row.measure === 'people')?.figures)
    expect(people.measures).toEqual(page.measures)
  })

  test('a unit nobody speaks of is not found', async () => {
    const answer = await keeper.get(`/api/archive-units/${encodeURIComponent('无此单位')}`)
    expect(answer.statusCode).toBe(404)
  })
})
