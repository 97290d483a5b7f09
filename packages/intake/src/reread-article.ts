import { alignText, printedText } from './align-text.ts'
import type { DocumentArticle, EventFact, IntakeDocument, IntakeWarning, Span } from './contract.ts'
import type { FactsContext } from './facts/facts.types.ts'
import { defaultRegister, readEvents, type UnitRegister } from './facts/index.ts'
import type { MappedText } from './mapped-text.ts'
import { claimedSpans } from './structure/conserve.ts'
import { documentYear } from './structure/document-year.ts'

/** What stands around the articles of one document; made once for all of them. */
export type RereadingContext = FactsContext

/**
 * What rereading needs of a document whose structure or masthead a person corrected: the raw text, date, publisher and
 * series as they are now, and the register the units are read with (the shipped one when left out).
 */
export function rereadingContext(
  raw: string,
  document: IntakeDocument,
  register: UnitRegister = defaultRegister(),
): RereadingContext {
  const claimed = claimedSpans(document)
  let start = raw.length
  let end = 0
  for (const [from, to] of claimed) {
    start = Math.min(start, from)
    end = Math.max(end, to)
  }
  const { date, publisher } = document
  return {
    raw,
    issueDate: date,
    documentYear: date === null ? documentYear(raw, Math.min(start, end), end) : Number(date.slice(0, 4)),
    publisher,
    series: document.series?.name ?? null,
    register,
  }
}

/**
 * Reads the facts of one article anew from its paragraphs, their spans and the raw text, after a person changed where
 * it begins, ends or breaks. Spans of what is found are raw offsets, as in `readDocument`; facts are read from what is
 * printed, so a typed headline is read as it stands in the file and one that stands nowhere is left out. Never throws
 * on an article whose spans lie inside the raw text; linear in its length.
 */
export function rereadArticle(
  article: DocumentArticle,
  column: string | null,
  context: RereadingContext,
): { events: EventFact[]; warnings: IntakeWarning[] } {
  const text = (words: string, spans: readonly Span[]): MappedText =>
    alignText(context.raw, words, spans) ?? printedText(context.raw, spans)
  const facts = readEvents(
    {
      kind: article.kind,
      headline:
        article.headline === null || !article.headlineSpans.length
          ? null
          : text(article.headline, article.headlineSpans),
      column,
      paragraphs: article.paragraphs.map((words, i) => text(words, article.paragraphSpans[i] ?? [])),
    },
    context,
  )
  return { events: [...facts.events], warnings: [...facts.warnings] }
}
