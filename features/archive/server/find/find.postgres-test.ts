/** Plans on a real server, on an archive large enough that a wrong one shows. */
import { randomUUID } from 'node:crypto'
import { type Connection, migrate, openDatabase, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres, type TestPostgres } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleFilter } from './article-filter.ts'
import { normaliseText } from './normalise-text.ts'
import { readDemonstration, recordReading } from './record-demonstration.fixture.ts'
import { searchArticles } from './search-articles.ts'
import { textPairs } from './text-pairs.ts'

const articles = 8000
let server: TestPostgres
let connection: Connection

beforeAll(async () => {
  server = await openPostgres()
  connection = await openDatabase(server)
  await migrate(connection, await allMigrations())
  for (const reading of readDemonstration()) await recordReading(connection.db, reading)
  await fill(connection)
}, 120_000)
afterAll(async () => {
  await connection.close()
  await server?.close()
})

/** Articles that all say 科协工作; every thousandth says 稀有词语. */
async function fill({ db }: Connection): Promise<void> {
  const [column] = await rowsOf<{ id: string; issue_id: string }>(
    db,
    sql`select id, issue_id from issue_column limit 1`,
  )
  for (let from = 0; from < articles; from += 1000) {
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
      headline, whole, headline_pairs, pairs, '{}', '{}' from ${given}`)
  }
  await db.execute(sql`analyze`)
}

const plan = async (query: SQL): Promise<string> =>
  (await rowsOf<{ 'QUERY PLAN': string }>(connection.db, sql`explain ${query}`))
    .map(row => row['QUERY PLAN'])
    .join('\n')

test('a rare word is read from the index of pairs', async () => {
  const { indexed } = await articleFilter(connection.db, { q: '稀有词语' })
  expect(await plan(sql`select s.article_id from article_search s where ${indexed} limit 1001`)).toContain(
    'article_search_pairs',
  )
  const found = await searchArticles(connection.db, { q: '稀有词语' })
  expect([found.total, found.totalIsFloor]).toEqual([8, false])
})

test('a word that stands everywhere is met on a walk along the days, without sorting', async () => {
  const { walked } = await articleFilter(connection.db, { q: '科协工作', synonyms: false })
  const text = await plan(sql`select s.article_id from article_search s where ${walked}
    order by s.day desc nulls last, s.article_id desc limit 20`)
  expect(text).toContain('article_search_newest')
  expect(text).not.toContain('Sort')
})

test('pages of a word that stands everywhere are disjoint; headline hits come first', async () => {
  const search = { q: '工作', synonyms: false, pageSize: 100 }
  const pages = await Promise.all(
    [1, 2, 8, 9, 10].map(page => searchArticles(connection.db, { ...search, page })),
  )
  expect(pages.every(page => page.totalIsFloor && page.total === 1000)).toBe(true)
  const ids = pages.flatMap(page => page.rows.map(hit => hit.articleId))
  expect([new Set(ids).size, ids.length]).toEqual([500, 500])
  const shown = pages.flatMap(page => page.rows.map(hit => hit.headline.text))
  for (const text of shown.slice(0, 200)) expect(text).toMatch(/^(?!科协工作).*工作/)
  expect(shown.slice(-100)).not.toContain('工作动态')
})

test('newest and oldest are each other backwards', async () => {
  const newest = await searchArticles(connection.db, { q: '稀有词语', order: 'newest' })
  const oldest = await searchArticles(connection.db, { q: '稀有词语', order: 'oldest' })
  const ids = (page: typeof newest) => page.rows.map(hit => hit.articleId)
  expect(ids(newest)).toEqual(ids(oldest).reverse())
})
