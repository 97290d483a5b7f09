import { squeeze } from './located-text.ts'
import {
  type ComparedArticle,
  compareGold,
  comparePredicted,
  findCounterpart,
  type PredictedArticle,
  type ScorableArticle,
} from './score-article.ts'
import { addCounts, type Count, countMatches, noCount, rateOf, similarity } from './score-count.ts'
import { factKinds, listFacts } from './score-facts.ts'

/** The part of a `bulletin-gold/1` file that is scored. */
export type ScorableGold = {
  labelled: string
  issue?: {
    series?: { name?: string } | null
    issueNo?: { value: number } | null
    publisher?: { name?: string } | null
    date?: { value: string } | null
    distribution?: Record<string, { entries: { q: string }[] }>
  }
  columns?: { name: { q: string }; articles: ScorableArticle[] }[]
  articles?: ScorableArticle[]
}

/** The part of a `jianbao-document/1` that is scored. */
export type PredictedDocument = {
  series?: { name?: string } | null
  issueNo?: number | null
  publisher?: string | null
  date?: string | null
  distribution?: readonly { to: string; entries: readonly string[] }[]
  columns?: readonly { name: string | null; articles?: readonly PredictedArticle[] }[]
}

const counted = ['headline', 'column', 'paragraphs', 'contributor', ...factKinds] as const
type Counted = (typeof counted)[number]
type Tally = { counts: Record<Counted, Count>; bodies: number[]; misses: string[] }

/**
 * Scores a read document against its gold by the definitions of the labelling rules, section 9.
 * In: gold, predicted document, raw text (offsets are UTF-16 code units of it).
 * Out: F1 values from 0 to 1, rounded to three places (`facts` is the mean of the five kinds of facts), and what was missed.
 */
export function scoreDocument(
  gold: ScorableGold,
  predicted: PredictedDocument,
  raw: string,
): { scores: Record<string, number>; misses: string[] } {
  const complete = gold.labelled.startsWith('complete')
  const misses: string[] = []
  const counts = Object.fromEntries(counted.map(name => [name, noCount])) as Record<Counted, Count>
  const tally: Tally = { counts, bodies: [], misses }
  const candidates = (predicted.columns ?? []).flatMap(column =>
    (column.articles ?? []).map(article => comparePredicted(article, column.name)),
  )
  const used = new Set<ComparedArticle>()
  for (const want of listGoldArticles(gold, raw)) {
    const isPartialBriefs = want.kind === 'briefs' && !complete
    const free = candidates.filter(candidate => want.kind === 'briefs' || !used.has(candidate))
    const found = findCounterpart(want, free)
    const group = isPartialBriefs ? candidates.filter(({ kind }) => kind === 'briefs') : found ? [found] : []
    for (const member of group) used.add(member)
    tallyArticle(tally, want, mergeArticles(group), complete)
  }
  if (complete) tallyUnclaimed(tally, candidates, used)
  const issue = scoreIssue(gold, predicted, misses)
  const distribution = rateOf(countDistribution(gold, predicted, misses))
  return { scores: roundAll({ issue, distribution, ...ratesOf(tally) }), misses }
}

function listGoldArticles(gold: ScorableGold, raw: string): ComparedArticle[] {
  const articles = gold.columns
    ? gold.columns.flatMap(column => column.articles.map(article => ({ ...article, column: column.name.q })))
    : (gold.articles ?? [])
  return articles.map(article => compareGold(article, raw))
}

/** Briefs read as several articles count as one; nothing found counts as an empty article. */
function mergeArticles(group: ComparedArticle[]): ComparedArticle {
  const empty = { kind: '', column: '', headline: '', contributor: '', body: '', paragraphs: 0, events: [] }
  if (!group[0]) return empty
  return {
    ...group[0],
    body: group.map(({ body }) => body).join(''),
    events: group.flatMap(({ events }) => events),
  }
}

function tallyArticle(tally: Tally, want: ComparedArticle, got: ComparedArticle, complete: boolean): void {
  const isPartialBriefs = want.kind === 'briefs' && !complete
  const short = want.headline.slice(0, 12)
  const count = (name: Counted, what: string, wanted: string[], given: string[]) => {
    tally.counts[name] = addCounts(tally.counts[name], countMatches(what, wanted, given, tally.misses))
  }
  if (want.headline) count('headline', 'headline', [want.headline], got.headline ? [got.headline] : [])
  if (want.column)
    count('column', 'column', [`${short} in ${want.column}`], got.column ? [`${short} in ${got.column}`] : [])
  if (want.body && !isPartialBriefs) tally.bodies.push(similarity(want.body, got.body))
  if (want.paragraphs && complete)
    count(
      'paragraphs',
      'paragraph count',
      [`${short} ${want.paragraphs}`],
      [`${short} ${got.paragraphs ?? 0}`],
    )
  if (want.contributor)
    count(
      'contributor',
      'contributor',
      [want.contributor],
      got.contributor ? [bracketed(got.contributor)] : [],
    )
  const wanted = listFacts(want.events)
  const given = listFacts(got.events)
  for (const kind of factKinds) {
    // in partly labelled briefs only what is labelled can be asked for
    const asked = isPartialBriefs ? given[kind].filter(fact => wanted[kind].includes(fact)) : given[kind]
    count(kind, `${kind} [${short || want.kind}]`, wanted[kind], asked)
  }
}

/** A contributor line counts with or without its brackets. */
function bracketed(contributor: string): string {
  return contributor.replace(/^（?供稿：/, '（供稿：').replace(/）?$/, '）')
}

function tallyUnclaimed(tally: Tally, candidates: ComparedArticle[], used: Set<ComparedArticle>): void {
  for (const candidate of candidates.filter(article => !used.has(article))) {
    tally.counts.headline = addCounts(tally.counts.headline, { hit: 0, want: 0, got: 1 })
    tally.misses.push(`headline extra ${candidate.headline || candidate.kind}`)
  }
}

function scoreIssue({ issue }: ScorableGold, predicted: PredictedDocument, misses: string[]): number {
  const checks: [string, string | number | null | undefined, string | number | null | undefined][] = [
    ['series', squeeze(issue?.series?.name ?? ''), squeeze(predicted.series?.name ?? '')],
    ['issueNo', issue?.issueNo?.value, predicted.issueNo],
    ['publisher', squeeze(issue?.publisher?.name ?? ''), squeeze(predicted.publisher ?? '')],
    ['date', issue?.date?.value, predicted.date],
  ]
  const asked = checks.filter(([, want]) => want !== undefined && want !== null && want !== '')
  const wrong = asked.filter(([, want, got]) => want !== got)
  misses.push(...wrong.map(([name, want, got]) => `issue ${name}: want ${want}, got ${got ?? null}`))
  return asked.length ? (asked.length - wrong.length) / asked.length : 1
}

function countDistribution({ issue }: ScorableGold, predicted: PredictedDocument, misses: string[]): Count {
  return Object.entries(issue?.distribution ?? {}).reduce((sum, [to, list]) => {
    const got = (predicted.distribution ?? []).find(line => line.to === to)?.entries ?? []
    const want = list.entries.map(({ q }) => squeeze(q))
    return addCounts(sum, countMatches(`distribution ${to}`, want, got.map(squeeze), misses))
  }, noCount)
}

function ratesOf({ counts, bodies }: Tally): Record<string, number> {
  const body = bodies.length ? bodies.reduce((sum, value) => sum + value, 0) / bodies.length : 1
  const rates = Object.fromEntries(counted.map(name => [name, rateOf(counts[name])]))
  const facts = factKinds.reduce((sum, kind) => sum + rateOf(counts[kind]), 0) / factKinds.length
  return { ...rates, body, facts }
}

function roundAll(scores: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scores).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  )
}
