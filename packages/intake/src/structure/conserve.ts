import type { DocumentArticle, IntakeDocument, Noise, Span } from '../contract.ts'
import { isControl, isHan, isLoneSurrogate, isWhite } from './character.ts'

/** Every list of spans a document lays claim to, in no order. Entries lie inside their list and are not repeated. */
export function claimedSpans(
  document: Pick<IntakeDocument, 'columns' | 'marks' | 'distribution' | 'noise'>,
): Span[] {
  const spans: Span[] = []
  const add = (list: readonly Span[]) => {
    for (const span of list) spans.push(span)
  }
  for (const column of document.columns) {
    add(column.spans)
    for (const article of column.articles) addArticle(article, add)
  }
  for (const mark of document.marks) add(mark.spans)
  for (const list of document.distribution) add(list.spans)
  for (const noise of document.noise) add(noise.spans)
  return spans
}

function addArticle(article: DocumentArticle, add: (spans: readonly Span[]) => void): void {
  add(article.headlineSpans)
  add(article.contributorSpans)
  for (const spans of article.paragraphSpans) add(spans)
}

/**
 * What nobody laid claim to, as noise: ornaments (brackets of a column, #) as `label`, characters that print nothing as
 * `control-characters`, leftovers of masthead and distribution (编, 印发) as `label`, anything else as `orphan`. So every character that is not white space stays accounted for.
 */
export function sweep(
  raw: string,
  start: number,
  end: number,
  claimed: readonly Span[],
  furniture: readonly Span[],
): Noise[] {
  const taken = new Uint8Array(end - start)
  for (const [from, to] of claimed) taken.fill(1, Math.max(0, from - start), Math.max(0, to - start))
  const isFurniture = new Uint8Array(end - start)
  for (const [from, to] of furniture) isFurniture.fill(1, Math.max(0, from - start), Math.max(0, to - start))
  const noise: Noise[] = []
  const silent: Span[] = []
  let i = start
  while (i < end) {
    if (taken[i - start] || isWhite(raw.charCodeAt(i))) {
      i++
      continue
    }
    const from = i
    const isSilent = printsNothing(raw, i)
    while (i < end && !taken[i - start] && !isWhite(raw.charCodeAt(i)) && printsNothing(raw, i) === isSilent)
      i++
    if (isSilent) silent.push([from, i])
    else noise.push(remainder(raw, from, i, isFurniture[from - start] === 1))
  }
  if (silent.length > 0)
    noise.push({
      reason: 'control-characters',
      text: silent.map(([a, b]) => raw.slice(a, b)).join(''),
      spans: silent,
    })
  return noise
}

function printsNothing(raw: string, i: number): boolean {
  return isControl(raw.charCodeAt(i)) || isLoneSurrogate(raw, i)
}

function remainder(raw: string, from: number, to: number, isFurniture: boolean): Noise {
  let isOrnament = true
  for (let i = from; i < to && isOrnament; i++) {
    const code = raw.charCodeAt(i)
    isOrnament = !isHan(code) && !/[\p{L}\p{N}]/u.test(raw[i]!)
  }
  return {
    reason: isOrnament || isFurniture ? 'label' : 'orphan',
    text: raw.slice(from, to),
    spans: [[from, to]],
  }
}
