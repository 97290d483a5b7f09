import { squeeze } from './located-text.ts'
import { similarity, textAt } from './score-count.ts'
import { isScored, type ScoredEvent } from './score-facts.ts'

type Segments = [number, number][]
type Printed = string | { q: string } | null

/** The part of a gold file that is scored; partly labelled files name columns and headlines as plain text too. */
export type ScorableArticle = {
  kind: string
  column?: Printed
  headline?: Printed
  contributor?: Printed
  body?: { at?: Segments; paragraphs?: number }
  events?: ScoredEvent[]
  items?: { at?: Segments; events?: ScoredEvent[] }[]
}

/** The part of a read document's article that is scored. */
export type PredictedArticle = {
  kind: string
  headline?: string | null
  contributor?: string | null
  paragraphs?: readonly string[]
  events?: readonly ScoredEvent[]
}

/** An article in comparable form: no white space, absent text is empty. */
export type ComparedArticle = {
  kind: string
  column: string | null
  headline: string
  contributor: string
  body: string
  paragraphs: number | null
  events: ScoredEvent[]
}

const printed = (value: Printed | undefined) => (typeof value === 'string' ? value : (value?.q ?? null))

/** A gold article in comparable form. */
export function compareGold(article: ScorableArticle, raw: string): ComparedArticle {
  const items = article.items ?? []
  const itemSegments = items.flatMap(item => item.at ?? [])
  return {
    kind: article.kind,
    column: printed(article.column),
    headline: squeeze(printed(article.headline) ?? ''),
    contributor: squeeze(printed(article.contributor) ?? ''),
    body: textAt(raw, article.body?.at ?? itemSegments),
    paragraphs: article.body?.paragraphs ?? null,
    events: [...(article.events ?? []), ...items.flatMap(item => item.events ?? [])].filter(isScored),
  }
}

/** A predicted article in comparable form. */
export function comparePredicted(article: PredictedArticle, column: string | null): ComparedArticle {
  const paragraphs = article.paragraphs ?? []
  return {
    kind: article.kind,
    column,
    headline: squeeze(article.headline ?? ''),
    contributor: squeeze(article.contributor ?? ''),
    body: squeeze(paragraphs.join('')),
    paragraphs: paragraphs.length,
    events: (article.events ?? []).filter(isScored),
  }
}

/** The predicted article most like a gold one, or null below the score of a chance likeness (0.4). */
export function findCounterpart(
  gold: ComparedArticle,
  candidates: ComparedArticle[],
): ComparedArticle | null {
  let best: ComparedArticle | null = null
  let bestScore = 0
  for (const candidate of candidates) {
    const score = likeness(gold, candidate)
    if (score <= bestScore) continue
    best = candidate
    bestScore = score
  }
  return bestScore < 0.4 ? null : best
}

function likeness(gold: ComparedArticle, predicted: ComparedArticle): number {
  if (!gold.headline || !predicted.headline) return similarity(gold.body, predicted.body) * 0.9
  const byHeadline =
    gold.headline === predicted.headline ? 1 : similarity(gold.headline, predicted.headline) * 0.8
  const byBody = gold.body && predicted.body ? similarity(gold.body, predicted.body) * 0.7 : 0
  return Math.max(byHeadline, byBody)
}
