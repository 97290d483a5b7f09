import { squeeze } from './located-text.ts'

type Span = readonly [number, number]
type Spans = readonly Span[]
type Located = { at?: Spans } | string | null

/** The part of a `bulletin-gold/1` file that joins are scored against. */
export type JoinableGold = {
  labelled: string
  issue?: { noise?: { at: Spans }[] }
  columns?: { name: { at?: Spans }; articles: JoinableArticle[] }[]
  articles?: JoinableArticle[]
}
type JoinableArticle = {
  kind: string
  headline?: Located | undefined
  contributor?: Located | undefined
  column?: Located | undefined
  body?: { at?: Spans } | undefined
}

/** The part of a `jianbao-document/1` that joins are scored on. */
export type JoinedDocument = {
  columns?: readonly { articles?: readonly { spans?: Spans }[] }[]
  warnings?: readonly { code: string; span: Span }[]
}

export type JoinCounts = { right: number; wrongFlagged: number; wrongSilent: number; missed: number }

export const noJoins: JoinCounts = { right: 0, wrongFlagged: 0, wrongSilent: 0, missed: 0 }

/** So many characters lost at a seam are a fault of the body, not of the join: about a printed line. */
const lostAtSeam = 40

type Truth = {
  /** Article and place in its reading order, of every offset of a labelled body. */
  order: Map<number, { article: number; place: number }>
  /** For every article the places after which its body jumps. */
  jumps: number[][]
  offsets: number[][]
  /** Offsets of headlines, contributors, columns and noise: a reader that swallows one is not asked for joins there. */
  foreign: Set<number>
}

/**
 * Counts the joins of a read document: places where the text of one body goes on somewhere else than at the next
 * character of the raw text. A join is right when gold goes on there too (up to a line may be lost at the seam), wrong
 * when gold does not, and missed when the reader's bodies do not make it. A wrong join is flagged when the span of a
 * `join-uncertain` warning touches either of its ends. Partly labelled gold judges joins that touch a labelled body
 * and leaves its briefs out. In: gold, document, raw text (offsets are UTF-16 code units of it).
 */
export function countJoins(
  gold: JoinableGold,
  predicted: JoinedDocument,
  raw: string,
): { counts: JoinCounts; misses: string[] } {
  const truth = readTruth(gold, raw)
  const open = new Set(truth.jumps.flatMap((places, article) => places.map(place => `${article}:${place}`)))
  const goldJoins = open.size
  const counts = { ...noJoins }
  const misses: string[] = []
  const seams = (predicted.columns ?? []).flatMap(({ articles }) =>
    (articles ?? []).flatMap(article => seamsOf(article.spans ?? [], truth, raw)),
  )
  for (const [a, b] of seams) {
    const verdict = judge(a, b, truth)
    if (verdict === 'outside') continue
    if (verdict !== 'wrong') {
      open.delete(verdict)
      continue
    }
    const isFlagged = (predicted.warnings ?? []).some(warning => touches(warning, a) || touches(warning, b))
    counts[isFlagged ? 'wrongFlagged' : 'wrongSilent']++
    misses.push(`join wrong${isFlagged ? '' : ', silent'}: ${around(raw, a, b)}`)
  }
  for (const key of open) {
    const [article = 0, place = 0] = key.split(':').map(Number)
    const body = truth.offsets[article]!
    misses.push(`join missing: ${around(raw, body[place]!, body[place + 1]!)}`)
  }
  return { counts: { ...counts, right: goldJoins - open.size, missed: open.size }, misses }
}

export function addJoins(a: JoinCounts, b: JoinCounts): JoinCounts {
  return {
    right: a.right + b.right,
    wrongFlagged: a.wrongFlagged + b.wrongFlagged,
    wrongSilent: a.wrongSilent + b.wrongSilent,
    missed: a.missed + b.missed,
  }
}

/**
 * Figures of counted joins. `precision` = right / (right + wrong). `score` is an F1 in which a silent wrong join counts
 * double: 2·right / (2·right + missed + wrongFlagged + 2·wrongSilent). Both are 1 where there is nothing to join.
 */
export function scoreJoins({ right, wrongFlagged, wrongSilent, missed }: JoinCounts): Record<string, number> {
  const made = right + wrongFlagged + wrongSilent
  const weighed = 2 * right + missed + wrongFlagged + 2 * wrongSilent
  return {
    'joins.right': right,
    'joins.wrongFlagged': wrongFlagged,
    'joins.wrongSilent': wrongSilent,
    'joins.missed': missed,
    'joins.precision': made ? rounded(right / made) : 1,
    'joins.score': weighed ? rounded((2 * right) / weighed) : 1,
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

function readTruth(gold: JoinableGold, raw: string): Truth {
  const isPartial = !gold.labelled.startsWith('complete')
  const articles = gold.columns?.flatMap(column => column.articles) ?? gold.articles ?? []
  const whole = articles.filter(({ kind }) => !(isPartial && kind === 'briefs'))
  const offsets = whole.map(({ body }) => offsetsOf(raw, body?.at))
  const order: Truth['order'] = new Map()
  offsets.forEach((body, article) => {
    for (const [place, offset] of body.entries()) order.set(offset, { article, place })
  })
  const jumps = offsets.map(body =>
    body.flatMap((offset, place) =>
      place + 1 < body.length && !follows(raw, offset, body[place + 1]!) ? [place] : [],
    ),
  )
  const others = articles.flatMap(({ headline, contributor, column }) => [headline, contributor, column])
  const spans = [...others, ...(gold.issue?.noise ?? []), ...(gold.columns ?? []).map(({ name }) => name)]
  const foreign = new Set(
    spans.flatMap(one => (one && typeof one !== 'string' ? offsetsOf(raw, one.at) : [])),
  )
  return { order, jumps, offsets, foreign }
}

/** Offsets of all characters that are no white space, in the order of the spans. */
function offsetsOf(raw: string, spans: Spans = []): number[] {
  return spans.flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, i) => from + i).filter(at => squeeze(raw[at] ?? '') !== ''),
  )
}

const follows = (raw: string, a: number, b: number) => b > a && squeeze(raw.slice(a + 1, b)) === ''

/** Where a read body goes on elsewhere: the last character before and the first after, swallowed headings skipped. */
function seamsOf(spans: Spans, { foreign }: Truth, raw: string): [number, number][] {
  const seams: [number, number][] = []
  let last: number | null = null
  let jumped = false
  let before: number | null = null
  for (const offset of offsetsOf(raw, spans)) {
    if (before !== null && !follows(raw, before, offset)) jumped = true
    before = offset
    if (foreign.has(offset)) continue
    if (jumped && last !== null) seams.push([last, offset])
    jumped = false
    last = offset
  }
  return seams
}

/** The gold join a seam makes (`article:place`), `outside` where gold says nothing about it, else `wrong`. */
function judge(a: number, b: number, { order, jumps }: Truth): string | 'outside' | 'wrong' {
  const from = order.get(a)
  const to = order.get(b)
  if (!from && !to) return 'outside'
  if (!from || !to || from.article !== to.article || to.place < from.place) return 'wrong'
  const crossed = jumps[from.article]!.filter(place => place >= from.place && place < to.place)
  if (crossed.length === 0) return 'outside'
  return to.place - from.place <= lostAtSeam && crossed.length === 1
    ? `${from.article}:${crossed[0]}`
    : 'wrong'
}

function touches({ code, span: [from, to] }: { code: string; span: Span }, at: number): boolean {
  return code === 'join-uncertain' && from <= at + 1 && to >= at
}

function around(raw: string, a: number, b: number): string {
  return `…${squeeze(raw.slice(Math.max(0, a - 30), a + 1)).slice(-10)} + ${squeeze(raw.slice(b, b + 30)).slice(0, 10)}…`
}
