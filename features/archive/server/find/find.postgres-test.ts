/** Plans on a real server as a caller has them, on an archive large enough that a wrong one shows. */
import { randomUUID } from 'node:crypto'
import { rootUnitId } from '@jianbao/organisation/server'
import { noScope, readInScope, type Scope } from '@jianbao/platform/access'
import {
  type Connection,
  type Database,
  migrate,
  openDatabase,
  rowsOf,
  type SQL,
  sql,
  withRole,
} from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres, ordinaryDatabase, type TestPostgres } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchQuery } from '../../contract/index.ts'
import { articleFilter } from './article-filter.ts'
import { normaliseText } from './normalise-text.ts'
import { readDemonstration, recordReading } from './record-demonstration.fixture.ts'
import { searchArticles } from './search-articles.ts'
import { textPairs } from './text-pairs.ts'

const articles = 8000
let server: TestPostgres
let connection: Connection
/** Half of the articles are the one city's, half the other's. */
const [one, other] = [randomUUID(), randomUUID()]
let scopes: { root: Scope; one: Scope; other: Scope }

beforeAll(async () => {
  server = await openPostgres()
  // No superuser: for one of those there are no policies.
  const url = await ordinaryDatabase(server)
  connection = await openDatabase({ url, folder: server.folder })
  await migrate(connection, await allMigrations())
  for (const [code, id] of [
    ['A', one],
    ['B', other],
  ] as const)
    await connection.db.execute(sql`insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
      values (${id}, ${`1/${code}/`}, ${rootUnitId}, ${code}, 'city', ${code}, ${code}, now(), now())`)
  const scope = (unitId: string, path: string): Scope => ({ roots: [{ unitId, path }], content: true })
  scopes = { root: scope(rootUnitId, '1/'), one: scope(one, '1/A/'), other: scope(other, '1/B/') }
  const readings = readDemonstration()
  for (const [at, reading] of readings.entries())
    await recordReading(connection.db, reading, at % 2 ? other : one)
  await fill(connection)
}, 180_000)
afterAll(async () => {
  await connection.close()
  await server?.close()
})

/** Articles that all say 科协工作; every thousandth says 稀有词语. Thousands go to the cities in turn. */
async function fill({ db }: Connection): Promise<void> {
  for (let from = 0; from < articles; from += 1000) {
    const path = from % 2000 ? '1/B/' : '1/A/'
    const [column] = await rowsOf<{ id: string; issue_id: string }>(
      db,
      sql`select c.id, c.issue_id from issue_column c join issue i on i.id = c.issue_id
        where i.scope_path = ${path} limit 1`,
    )
    const rows = Array.from({ length: 1000 }, (_, at) => {
      const letters = Array.from({ length: 60 }, (_, place) =>
        String.fromCharCode(0x5000 + (((from + at) * 31 + place * place * 7) % 5000)),
      ).join('')
      const body = normaliseText(`科协工作${at === 500 ? '稀有词语' : ''}${letters}`)
      const day = new Date(Date.UTC(2000, 0, 1 + from + at)).toISOString().slice(0, 10)
      const headline = at % 10 ? '' : '工作动态'
      const whole = `${headline}\n${body}`
      const pairs = { headline_pairs: textPairs(headline), pairs: textPairs(whole) }
      return { id: randomUUID(), place: 1000 + from + at, body: [body], day, headline, whole, ...pairs }
    })
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, place integer, body jsonb,
      day date, headline text, whole text, headline_pairs integer[], pairs integer[])`
    await db.execute(sql`insert into article (id, column_id, position, kind, headline, paragraphs)
      select id, ${column!.id}::uuid, place, 'article', nullif(headline, ''), body from ${given}`)
    await db.execute(sql`insert into article_search select id, ${column!.issue_id}::uuid, day, null, '要闻', 'article',
      headline, whole, headline_pairs, pairs, '{}', '{}', ${path}, false from ${given}`)
  }
  await db.execute(sql`analyze`)
}

const as = <T>(scope: Scope, work: (tx: Database) => Promise<T>): Promise<T> =>
  readInScope(connection.db, { scope, personId: 'reader' }, work)
const search = (scope: Scope, query: SearchQuery) =>
  as(scope, tx => searchArticles(tx, scope, query, noScope))

/** As the role that looks up words. */
const plan = async (tx: Database, query: SQL): Promise<string> =>
  withRole(tx, 'jianbao_search', async () =>
    (await rowsOf<{ 'QUERY PLAN': string }>(tx, sql`explain ${query}`))
      .map(row => row['QUERY PLAN'])
      .join('\n'),
  )

test('a rare word is read from the index of pairs, though the caller stands under policies', async () => {
  const [text, scans, found] = await as(scopes.one, async tx => {
    const { indexed } = await articleFilter(tx, scopes.one, { q: '稀有词语' })
    const text = await plan(tx, sql`select s.article_id from article_search s where ${indexed} limit 1001`)
    const found = await searchArticles(tx, scopes.one, { q: '稀有词语' }, noScope)
    // What the search itself did in this transaction.
    const counted = sql`select pg_stat_get_xact_numscans('article_search_pairs'::regclass)::int as scans,
      pg_stat_get_xact_tuples_returned('article'::regclass)::int as articles`
    const [row] = await rowsOf<{ scans: number; articles: number }>(tx, counted)
    expect(row!.articles, 'articles read one after the other').toBeLessThan(100)
    return [text, row!.scans, found] as const
  })
  expect(text).toContain('article_search_pairs')
  expect(scans).toBeGreaterThan(0)
  expect([found.total, found.totalIsFloor]).toEqual([4, false])
})

test('of a rare word each city has its own hits, the whole has both', async () => {
  const ids = async (scope: Scope) =>
    (await search(scope, { q: '稀有词语' })).rows.map(hit => hit.articleId).sort()
  const [mine, theirs, all] = [await ids(scopes.one), await ids(scopes.other), await ids(scopes.root)]
  expect([mine.length, theirs.length]).toEqual([4, 4])
  expect(all).toEqual([...mine, ...theirs].sort())
})

test('under the policies alone the index would not be used: that is why there is a role for it', async () => {
  const text = await as(scopes.one, async tx => {
    const { indexed } = await articleFilter(tx, scopes.one, { q: '稀有词语' })
    const explained = sql`explain select s.article_id from article_search s where ${indexed}`
    return (await rowsOf<{ 'QUERY PLAN': string }>(tx, explained)).map(row => row['QUERY PLAN']).join('\n')
  })
  expect(text).not.toContain('article_search_pairs')
})

test('a word that stands everywhere is met on a walk along the days, without sorting', async () => {
  const text = await as(scopes.one, async tx => {
    const { walked } = await articleFilter(tx, scopes.one, { q: '科协工作', synonyms: false })
    return plan(
      tx,
      sql`select s.article_id from article_search s where ${walked}
        order by s.day desc nulls last, s.article_id desc limit 20`,
    )
  })
  expect(text).toContain('article_search_newest')
  expect(text).not.toContain('Sort')
})

test('pages of a word that stands everywhere are disjoint; headline hits come first', async () => {
  const query = { q: '工作', synonyms: false, pageSize: 100 }
  const pages = await Promise.all([1, 2, 3, 4, 5, 9, 10].map(page => search(scopes.one, { ...query, page })))
  expect(pages.every(page => page.totalIsFloor && page.total === 1000)).toBe(true)
  const ids = pages.flatMap(page => page.rows.map(hit => hit.articleId))
  expect([new Set(ids).size, ids.length]).toEqual([700, 700])
  const shown = pages.flatMap(page => page.rows.map(hit => hit.headline.text))
  for (const text of shown.slice(0, 200)) expect(text).toMatch(/^(?!科协工作).*工作/)
  expect(shown.slice(-100)).not.toContain('工作动态')
})

test('newest and oldest are each other backwards', async () => {
  const newest = await search(scopes.root, { q: '稀有词语', order: 'newest' })
  const oldest = await search(scopes.root, { q: '稀有词语', order: 'oldest' })
  const ids = (page: typeof newest) => page.rows.map(hit => hit.articleId)
  expect(ids(newest)).toEqual(ids(oldest).reverse())
})
