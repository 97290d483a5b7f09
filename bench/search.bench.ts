/** Search as people of a province, a city and a county ask: pages of twenty, recall and precision, size, import speed. */
import { noScope } from '@jianbao/platform/access'
import { type Connection, migrate, openDatabase, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres } from '@jianbao/testkit'
import type { SearchQuery } from '../features/archive/contract/index.ts'
import { getTimeline } from '../features/archive/server/find/get-timeline.ts'
import { normaliseText } from '../features/archive/server/find/normalise-text.ts'
import { searchArticles } from '../features/archive/server/find/search-articles.ts'
import { suggestSearch } from '../features/archive/server/find/suggest-search.ts'
import { measureImport } from './import-load.ts'
import { type BenchResult, rounded } from './result.ts'
import { commonWords, openCorpus, openDice, places } from './search-corpus.ts'
import { loadArticles } from './search-load.ts'
import { ask, makeUnits, type SearchUnits } from './search-units.ts'

/** By article: its parts, in which a match must lie, and the number of its issue. */
type Kept = Map<string, { readonly parts: string[]; readonly issue: number }>
type Caller = keyof SearchUnits['callers']
const callers: readonly Caller[] = ['province', 'city', 'county']

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  const { figures, goals, leftOut } = result
  // For a look at one engine: the other parts are left out.
  if (process.argv.includes('--postgres')) {
    await withPostgres(server => measureArchive(result, 'postgres', server, 200_000, 60))
    leftOut!.push('--postgres: nothing on PGlite')
    return judge(result)
  }
  const corpus = openCorpus(3)
  const bulletins = Array.from({ length: quick ? 80 : 300 }, (_, number) => bulletin(corpus, number))
  Object.assign(figures, await measureImport(bulletins))
  goals['import.documentsPerSecond'] = 20
  goals['import.zipDocumentsPerSecond'] = 20
  const embedded = await openEmbedded({})
  await measureArchive(result, 'pglite', embedded, quick ? 4000 : 20_000, 80)
  await embedded.close()
  if (quick) leftOut!.push('quick: 4,000 articles instead of 20,000 on PGlite, no PostgreSQL')
  else await withPostgres(server => measureArchive(result, 'postgres', server, 200_000, 60))
  leftOut!.push('200,000 articles on PGlite: meant for small offices')
  leftOut!.push('import is measured up to the reading that waits for a person; accepting is not in it')
  return judge(result)
}

function judge(result: BenchResult): BenchResult {
  const { figures, goals } = result
  const atLeast = /perSecond|recall|precision/i
  result.met = Object.entries(goals).every(([name, goal]) =>
    atLeast.test(name) ? figures[name]! >= goal : figures[name]! <= goal,
  )
  return result
}

async function measureArchive(
  { figures, goals }: BenchResult,
  engine: string,
  connection: Connection,
  articles: number,
  goalMs: number,
): Promise<void> {
  const { db } = connection
  await migrate(connection, await allMigrations())
  const corpus = openCorpus(1)
  const kept: Kept = new Map()
  const started = performance.now()
  const units = await makeUnits(db)
  await loadArticles(db, corpus, units, articles, (id, parts, issue) => {
    kept.set(id, { parts: parts.map(normaliseText), issue })
  })
  console.error(`${engine}: ${articles} articles in ${rounded((performance.now() - started) / 1000, 0)} s`)
  // As a running server's autovacuum leaves it.
  await db.execute(sql`vacuum analyze`)
  const [size] = await rowsOf<{ index: number; whole: number }>(
    db,
    sql`select pg_relation_size('article_search_pairs')::float8 as index,
      pg_total_relation_size('article_search')::float8 as whole`,
  )
  figures[`${engine}.articles`] = articles
  figures[`${engine}.pairIndexMB`] = rounded(size!.index / 1e6, 1)
  figures[`${engine}.searchTableMB`] = rounded(size!.whole / 1e6, 1)
  const dice = openDice(7)
  const rare = Array.from({ length: 40 }, () => piece(kept, dice, 3 + Math.floor(dice() * 4)))
  const pairs = Array.from({ length: 40 }, () => piece(kept, dice, 2))
  const words = Array.from({ length: 40 }, () => corpus.word())
  const kinds: Record<string, SearchQuery[]> = {
    rare: rare.map(q => ({ q })),
    pairs: pairs.map(q => ({ q })),
    words: words.map(q => ({ q })),
    common: [...commonWords, '科协工作开展活动', '。', '科'].map(q => ({ q })),
    commonNewest: commonWords.map(q => ({ q, order: 'newest' })),
    twoWords: words.map(word => ({ q: `${word} 科协` })),
    filtered: [...words.slice(0, 20), ...commonWords].map((q, at) => ({
      q,
      unit: `${places[at % places.length]}科协`,
      from: '2010-01-01',
      to: '2012-12-31',
    })),
    unitOfAll: commonWords.map(q => ({ q, unit: '洛阳市科协', column: '要闻' })),
  }
  let worst = 0
  for (const caller of callers)
    for (const [kind, queries] of Object.entries(kinds)) {
      const scope = units.callers[caller]
      const name = `${engine}.${caller}.${kind}`
      const times: number[] = []
      for (const round of [0, 1, 2])
        for (const query of queries) {
          const start = performance.now()
          await ask(db, scope, tx =>
            searchArticles(tx, scope, { pageSize: 20, synonyms: false, ...query }, noScope),
          )
          // The first round warms what a running server has warm.
          if (round > 0) times.push(performance.now() - start)
        }
      figures[`${name}.p50Ms`] = quantile(times, 0.5)
      figures[`${name}.p95Ms`] = quantile(times, 0.95)
      console.error(`${name}: p95 ${figures[`${name}.p95Ms`]} ms`)
      worst = Math.max(worst, figures[`${name}.p95Ms`]!)
    }
  figures[`${engine}.worstP95Ms`] = worst
  goals[`${engine}.worstP95Ms`] = goalMs
  let slowest = 0
  for (const caller of callers) {
    const scope = units.callers[caller]
    const typing: number[] = []
    for (const word of words) {
      const start = performance.now()
      await ask(db, scope, tx => suggestSearch(tx, scope, word))
      typing.push(performance.now() - start)
    }
    figures[`${engine}.${caller}.suggestP95Ms`] = quantile(typing, 0.95)
    slowest = Math.max(slowest, quantile(typing, 0.95))
    const counting: number[] = []
    for (let round = 0; round < 5; round++) {
      const start = performance.now()
      await ask(db, scope, tx => getTimeline(tx, scope, {}))
      if (round > 0) counting.push(performance.now() - start)
    }
    figures[`${engine}.${caller}.timelineP50Ms`] = quantile(counting, 0.5)
    console.error(`${engine}.${caller}: timeline ${quantile(counting, 0.5)} ms`)
  }
  figures[`${engine}.suggestP95Ms`] = slowest
  goals[`${engine}.suggestP95Ms`] = 30
  for (const caller of ['province', 'city'] as const)
    await compare(figures, goals, { engine, caller, db, units, kept }, [...rare, ...pairs])
}

/** Every piece against a plain look through all texts the caller may read. */
async function compare(
  figures: Record<string, number>,
  goals: Record<string, number>,
  {
    engine,
    caller,
    db,
    units,
    kept,
  }: {
    engine: string
    caller: Caller
    db: Connection['db']
    units: SearchUnits
    kept: Kept
  },
  pieces: readonly string[],
): Promise<void> {
  let [expected, answered, both] = [0, 0, 0]
  const scope = units.callers[caller]
  for (const q of pieces) {
    const truth = new Set(
      [...kept].flatMap(([id, { parts, issue }]) =>
        units.sees(caller, issue) && parts.some(part => part.includes(q)) ? [id] : [],
      ),
    )
    const found = new Set<string>()
    // Beyond what is counted no page is promised.
    if (truth.size > 1000) continue
    for (let page = 1; ; page++) {
      const query = { q: `"${q}"`, page, pageSize: 100, synonyms: false }
      const answer = await ask(db, scope, tx => searchArticles(tx, scope, query, noScope))
      for (const hit of answer.rows) found.add(hit.articleId)
      if (page * 100 >= answer.total) break
    }
    expected += truth.size
    answered += found.size
    for (const id of found) if (truth.has(id)) both++
  }
  figures[`${engine}.${caller}.recall`] = expected ? rounded(both / expected, 6) : 0
  figures[`${engine}.${caller}.precision`] = answered ? rounded(both / answered, 6) : 0
  goals[`${engine}.${caller}.recall`] = 1
  goals[`${engine}.${caller}.precision`] = 1
}

function piece(kept: Kept, dice: () => number, length: number): string {
  const ids = [...kept.keys()]
  for (;;) {
    const { parts } = kept.get(ids[Math.floor(dice() * ids.length)]!)!
    const text = parts[Math.floor(dice() * parts.length)]!
    const cut = text.slice(Math.floor(dice() * Math.max(1, text.length - length))).slice(0, length)
    // Half of a character of two code units is nothing a person can type.
    if (cut !== '' && cut.isWellFormed()) return cut
  }
}

function bulletin(corpus: ReturnType<typeof openCorpus>, number: number): string {
  const reading = corpus.reading(number)
  const articles = reading.columns[0]!.articles.slice(0, 5)
  const bodies = articles.map(
    ({ headline, paragraphs }) =>
      `${headline}\n5月10日，洛阳市科协在市科技馆举办科普讲座，120人参加。${paragraphs.join('\n')}\n`,
  )
  return `科普工作简报\n第${number + 1}期\n洛阳市科协办公室  2021年5月12日\n\n【工作动态】\n${bodies.join('\n')}`
}

const quantile = (times: number[], share: number): number =>
  rounded([...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!, 1)

async function withPostgres(work: (connection: Connection) => Promise<void>): Promise<void> {
  const settings = ['shared_buffers=512MB', 'maintenance_work_mem=256MB', 'max_wal_size=4GB']
  const server = await openPostgres(settings.flatMap(setting => ['-c', setting]))
  try {
    const connection = await openDatabase(server)
    await work(connection)
    await connection.close()
  } finally {
    await server.close()
  }
}
