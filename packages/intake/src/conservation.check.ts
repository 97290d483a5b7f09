import type { IntakeDocument, Span } from './contract.ts'
import { claimedSpans } from './structure/conserve.ts'

const squeeze = (text: string) => text.replace(/\s/g, '')

/** Characters of the raw text that no part of the document claims, or that two parts claim. Empty when all is well. */
export function unaccounted(raw: string, document: IntakeDocument): string[] {
  const claims = new Uint8Array(raw.length)
  for (const [from, to] of claimedSpans(document)) for (let i = from; i < to; i++) claims[i]!++
  const found: string[] = []
  for (let i = 0; i < raw.length && found.length < 20; i++)
    if (claims[i] !== 1 && /\S/.test(raw[i]!)) found.push(`${i} ${raw.slice(i, i + 10)} ${claims[i]} times`)
  return found
}

/** Surfaces that differ from what their spans cut out of the raw text, white space aside. Empty when all is well. */
export function misplaced(raw: string, document: IntakeDocument): string[] {
  const found: string[] = []
  const compare = (surface: string | null, spans: readonly Span[]) => {
    const cut = squeeze(spans.map(([from, to]) => raw.slice(from, to)).join(''))
    if (squeeze(surface ?? '') !== cut) found.push(`${surface} ≠ ${cut}`)
  }
  for (const column of document.columns) {
    compare(column.name, column.spans)
    for (const article of column.articles) {
      compare(article.headline, article.headlineSpans)
      compare(article.contributor, article.contributorSpans)
      compare(article.paragraphs.join(''), article.spans)
      for (const [i, paragraph] of article.paragraphs.entries())
        compare(paragraph, article.paragraphSpans[i]!)
    }
  }
  for (const list of document.distribution)
    for (const [i, entry] of list.entries.entries()) compare(entry, list.entrySpans[i]!)
  for (const noise of document.noise) compare(noise.text, noise.spans)
  return found
}
