/** The public site as visitors and their programs ask it, through the real server, with everything published. */
import { wholeScope } from '@jianbao/organisation/server'
import { type Connection, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { quantile } from './ask-often.ts'
import type { ReportLoad } from './report-load.ts'
import type { BenchResult } from './result.ts'
import { commonWords, openCorpus } from './search-corpus.ts'
import { loadArticles } from './search-load.ts'
import type { SearchUnits } from './search-units.ts'

/** Issues of ten articles each, all of them published, spread over the cities. */
export async function loadPublic(
  { db }: Connection,
  units: ReportLoad['units'],
  issues: number,
): Promise<void> {
  const cities = units.filter(unit => unit.kind === 'city')
  const corpus = openCorpus(1)
  const places: SearchUnits = {
    of: number => ({ unitId: cities[number % cities.length]!.id, published: true }),
    callers: { province: wholeScope, city: wholeScope, county: wholeScope },
    sees: () => true,
  }
  await loadArticles(db, corpus, places, issues * corpus.articlesPerIssue, () => undefined)
  await db.execute(sql`vacuum analyze`)
}

export async function measurePublic(
  { figures, goals }: BenchResult,
  connection: Connection,
  { issues, rounds }: { readonly issues: number; readonly rounds: number },
): Promise<void> {
  const { db } = connection
  const corpus = openCorpus(1)
  const app = await openTestApp({ connection, checkAnswers: false })
  const visitor = await app.as('anonymous')
  const [one] = await rowsOf<{ issue: string; article: string; series: string }>(
    db,
    sql`select i.id as issue, a.id as article, i.series from issue i join issue_column c on c.issue_id = i.id
      join article a on a.column_id = c.id where i.published_at is not null order by i.date, i.id limit 1 offset ${issues * 5}`,
  )
  const series = encodeURIComponent(one!.series)
  const word = encodeURIComponent(corpus.word())
  const pages: Record<string, string> = {
    home: '/',
    issues: '/issues',
    issuesOfSeries: `/issues?series=${series}&page=40`,
    issue: `/issues/${one!.issue}`,
    article: `/issues/${one!.issue}/articles/${one!.article}`,
    search: `/search?q=${word}`,
    searchCommon: `/search?q=${encodeURIComponent(commonWords[0]!)}`,
    feed: '/feed.xml',
    feedOfSeries: `/atom.xml?series=${series}`,
    sitemap: '/sitemap.xml',
    sitemapPart: '/sitemap.xml?part=1',
    cases: '/cases',
  }
  for (const [name, url] of Object.entries(pages)) {
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds + 2; round++) {
      const started = performance.now()
      const answer = await visitor.request({ method: 'GET', url, headers: { accept: 'text/html' } })
      if (answer.statusCode !== 200 && !(name === 'sitemapPart' && issues < 1000))
        throw new Error(`${url}: ${answer.statusCode}`)
      bytes = answer.rawPayload.length
      if (round > 1) times.push(performance.now() - started)
    }
    figures[`public.${name}.p95Ms`] = quantile(times, 0.95)
    figures[`public.${name}.bytes`] = bytes
    goals[`public.${name}.p95Ms`] = 100
    console.error(
      `public ${name}: p50 ${quantile(times, 0.5)} p95 ${quantile(times, 0.95)} ms, ${bytes} bytes`,
    )
  }
  await app.close()
}
