/** After an edit of text: facts of the touched articles are read anew, corrections that still stand are put back. */
import { type RereadingContext, rereadArticle, rereadingContext, type UnitRegister } from '@jianbao/intake'
import type {
  DateMention,
  DocumentArticle,
  FigureMention,
  IntakeDocument,
  IntakeWarning,
  Span,
  UnitMention,
} from '@jianbao/intake/contract'
import { type Correction, correctFacts } from './correction.rules.ts'
import { around, doubtful } from './doubts.rules.ts'

/** Warnings that reading the facts of an article gives. */
const factCodes: ReadonlySet<string> = new Set([
  'unit-uncertain',
  'date-uncertain',
  'figure-uncertain',
  'year-assumed',
  'list-count-differs',
])

type Value = UnitMention | DateMention | FigureMention

export function refreshFacts(
  before: IntakeDocument,
  after: IntakeDocument,
  given: { raw: string; register: UnitRegister; corrections: readonly Correction[]; all: boolean },
): IntakeDocument {
  const { raw, register, corrections, all } = given
  const old = new Set(all ? [] : articlesOf(before))
  const now = new Set(articlesOf(after))
  const touched: DocumentArticle[] = articlesOf(before).filter(article => !now.has(article))
  const found: IntakeWarning[] = []
  let context: RereadingContext | null = null
  const columns = after.columns.map(column => ({
    ...column,
    articles: column.articles.map(article => {
      if (old.has(article)) return article
      context ??= rereadingContext(raw, after, register)
      const facts = rereadArticle(article, column.name, context)
      const read = { ...article, events: facts.events }
      const corrected = correctionsOf(article, corrections).reduce(
        (so, correction) => correctFacts(so, correction, raw),
        read,
      )
      touched.push(corrected)
      found.push(...facts.warnings.filter(warning => isOpen(warning, corrected)))
      return corrected
    }),
  }))
  if (!touched.length) return after
  const inside = within(touched)
  const kept = after.warnings.filter(({ code, span }) => !factCodes.has(code) || !inside(span[0]))
  return { ...after, columns, warnings: [...kept, ...found] }
}

/** Corrections of events or values that are printed in this article. */
function correctionsOf(article: DocumentArticle, corrections: readonly Correction[]): readonly Correction[] {
  const inside = within([article])
  return corrections.filter(({ at, change }) => {
    const value = 'of' in change ? change.of.span : null
    return (at.start !== null && inside(at.start)) || (value !== null && inside(value[0]))
  })
}

/** Without the warnings that a correction of this article has answered. */
export function withoutAnswered(reading: IntakeDocument, article: DocumentArticle): IntakeDocument {
  const inside = within([article])
  const warnings = reading.warnings.filter(warning => !inside(warning.span[0]) || isOpen(warning, article))
  return warnings.length < reading.warnings.length ? { ...reading, warnings } : reading
}

/** A warning about one value stands while the value does and nobody has corrected it. */
function isOpen({ code, span }: IntakeWarning, { events }: DocumentArticle): boolean {
  const kind = (
    { 'unit-uncertain': 'units', 'date-uncertain': 'dates', 'figure-uncertain': 'figures' } as const
  )[code as string]
  if (!kind && code !== 'year-assumed') return true
  const values = events.flatMap((event): Value[] => event[kind ?? 'dates'])
  const there = values.filter(value => String(around(value.spans)) === String(span))
  return there.some(value => (kind ? value.confidence < doubtful : value.confidence < 1))
}

function articlesOf(reading: IntakeDocument): DocumentArticle[] {
  return reading.columns.flatMap(column => column.articles)
}

function within(articles: readonly DocumentArticle[]): (offset: number) => boolean {
  const spans: Span[] = articles.flatMap(article => [
    ...article.headlineSpans,
    ...article.contributorSpans,
    ...article.paragraphSpans.flat(),
  ])
  return offset => spans.some(([from, to]) => from <= offset && offset < to)
}
