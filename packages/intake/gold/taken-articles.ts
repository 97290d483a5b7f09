import type { MagazineArticle, TracedText } from '../fixtures/print-magazine.types.ts'
import type { GoldArticle, GoldFile, Segments } from './gold-file.ts'
import { squeeze } from './located-text.ts'

/**
 * The articles of a labelled document as manuscripts, their labels with them.
 * In: its raw text and gold, the column to print them under. Out: articles whose text knows its offsets.
 * Errors: an article whose paragraphs cannot be told from its lines, named by its headline.
 */
export function listTakenArticles(raw: string, gold: GoldFile, column: string | null): MagazineArticle[] {
  const articles = gold.columns?.flatMap(one => one.articles) ?? gold.articles ?? []
  return articles.map(article => ({
    column,
    byline: null,
    headline: article.headline && joinLines(linesOf(raw, article.headline.at)),
    paragraphs: paragraphsOf(raw, article),
    contributor: article.contributor && joinLines(linesOf(raw, article.contributor.at)),
    labels: article,
  }))
}

/** The text at `[from, to)`, every unit knowing its offset. */
export function tracedLine(raw: string, from: number, to: number): TracedText {
  return { text: raw.slice(from, to), at: Array.from({ length: to - from }, (_, i) => from + i) }
}

function linesOf(raw: string, at: Segments): TracedText[] {
  return at.flatMap(([from, to]) =>
    [...raw.slice(from, to).matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
      const start = from + index + line.length - line.trimStart().length
      return line.trim() ? [tracedLine(raw, start, start + line.trim().length)] : []
    }),
  )
}

function joinLines(lines: readonly TracedText[]): TracedText {
  return { text: lines.map(({ text }) => text).join(''), at: lines.flatMap(({ at }) => at) }
}

/** Paragraphs by the first rule that gives as many as the labels say. */
function paragraphsOf(raw: string, article: GoldArticle): TracedText[] {
  const lines = linesOf(raw, article.body.at)
  const measure = Math.max(...lines.map(({ text }) => text.length))
  const isIndented = (line: TracedText) => /(^|\n)(　　| {4})$/.test(raw.slice(0, line.at[0]))
  const endsBefore = (i: number) => /[。！？”）]$/.test(lines[i - 1]!.text)
  const items = new Set((article.items ?? []).map(({ bullet, at }) => startOfItem(raw, bullet, at)))
  const rules: ((line: TracedText, index: number) => boolean)[] = [
    () => true,
    () => false,
    isIndented,
    line => items.has(line.at[0]!),
    (_, i) => endsBefore(i) && lines[i - 1]!.text.length < measure - 3,
    (_, i) => endsBefore(i),
  ]
  for (const starts of rules) {
    const paragraphs: TracedText[][] = []
    lines.forEach((line, i) => {
      if (i === 0 || starts(line, i)) paragraphs.push([])
      paragraphs.at(-1)!.push(line)
    })
    if (paragraphs.length === article.body.paragraphs) return paragraphs.map(joinLines)
  }
  throw new Error(`${article.headline?.q ?? article.id}: paragraphs cannot be told from the lines`)
}

function startOfItem(raw: string, bullet: string, at: Segments): number {
  const before = raw.slice(0, at[0]![0])
  const mark = squeeze(bullet)
  return mark && before.trimEnd().endsWith(mark) ? before.lastIndexOf(mark[0]!) : at[0]![0]
}
