import type { ReportProposal } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'

const longestPlace = 120
const label = /(?:^|\n)(?:活动)?地点\s*[：:]\s*(?<words>[^\n，。；]{2,60})/u

/** Counted or told in general (12个村, 田间地头), it is no place to go to. */
const anywhere = /^(?:\d|[各每几多]|田间|一线|基层|现场)/u

/** Where the main activity was, the surest place of it; of a form what its label says. */
export function proposePlace(article: ReadArticle): ReportProposal['place'] {
  const said = label.exec(article.body)
  const words = said?.groups?.['words']?.trim()
  if (said && words) {
    const from = said.index + said[0].indexOf(words)
    return { text: words, spans: [{ in: 'body', from, to: from + words.length }], confidence: 0.9 }
  }
  const places = (mainEvent(article.events)?.places ?? []).filter(
    ({ surface, spans }) => !anywhere.test(surface) && !insideQuotes(article, spans[0]),
  )
  const best = places.reduce<(typeof places)[number] | null>(
    (chosen, place) => (chosen === null || rank(place) > rank(chosen) ? place : chosen),
    null,
  )
  if (!best) return null
  return {
    text: best.surface.slice(0, longestPlace),
    spans: article.spans(best.spans),
    confidence: best.confidence,
  }
}

/** A hall, school or village says more than the city it lies in. */
const rank = ({ kind, confidence }: { kind: string; confidence: number }): number =>
  (/^(?:province|city|county)$/u.test(kind) ? 0 : 1) + confidence / 10

/** 科普漯河 between quotation marks is the name of a thing. */
function insideQuotes({ title, body }: ReadArticle, span: readonly [number, number] | undefined): boolean {
  const raw = title === null ? body : `${title}\n${body}`
  return span !== undefined && /“[^”]*$/u.test(raw.slice(Math.max(0, span[0] - 30), span[0]))
}
