import type { IntakeWarning, Noise } from '../contract.ts'
import { joinMapped, type MappedText, sliceMapped } from '../mapped-text.ts'
import type { Block } from './block.ts'
import { headlineRole, opensWithColumn } from './headline-role.ts'
import { joinLines } from './join-lines.ts'
import type { Line } from './line.ts'
import {
  bulletLength,
  columnName,
  contributorAtEnd,
  isBulleted,
  isSingleSource,
  sectionName,
} from './words.ts'

export type ArticleDraft = {
  readonly headline: MappedText | null
  /** Blanks before the headline, in full squares. */
  readonly indent: number | null
  contributor: MappedText | null
  readonly paragraphs: MappedText[]
  /** A person signs it under its headline. */
  readonly signed?: boolean
}
export type ColumnDraft = {
  readonly name: string | null
  readonly content: MappedText | null
  readonly articles: ArticleDraft[]
}
export type Draft = {
  readonly columns: ColumnDraft[]
  readonly columnLines: Line[]
  readonly noise: { reason: Noise['reason']; line: Line }[]
  readonly warnings: IntakeWarning[]
}

/** Sorts the blocks of a body into columns and articles. */
export function buildColumns(blocks: readonly Block[]): Draft {
  const builder = new ColumnBuilder()
  for (const [i, block] of blocks.entries()) {
    for (const { line, message } of block.doubts) builder.warn('join-uncertain', message, line)
    builder.add(block, blocks[i - 1], blocks[i + 1])
  }
  for (const { articles } of builder.draft.columns) for (const article of articles) liftContributor(article)
  return builder.draft
}

class ColumnBuilder {
  readonly draft: Draft = { columns: [], columnLines: [], noise: [], warnings: [] }
  #article: ArticleDraft | null = null

  add(block: Block, before: Block | undefined, next: Block | undefined): void {
    const line = block.lines[0]!
    if (block.kind === 'column') this.#openColumn(line)
    else if (block.kind === 'headline') this.#addHeadline(block, before, next)
    else if (block.kind === 'contributor') this.#addContributor(block.lines, before, next)
    else if (block.kind === 'paragraph') this.#current().paragraphs.push(joinLines(block.lines))
    else if (block.kind === 'byline' && this.#article && isSingleSource(line.text))
      this.#article.contributor ??= line.content
    else this.draft.noise.push({ reason: block.kind === 'caption' ? 'caption' : 'label', line })
  }

  warn(code: IntakeWarning['code'], message: string, line: Line): void {
    this.draft.warnings.push({ code, message, span: [line.start, line.end] })
  }

  #openColumn(line: Line): void {
    const found = columnName(line.text) ?? sectionName(line.text)
    const { name, from, to } = found ?? { name: line.text.replace(/\s/g, ''), from: 0, to: line.text.length }
    this.draft.columnLines.push(line)
    this.draft.columns.push({ name, content: sliceMapped(line.content, from, to), articles: [] })
    this.#article = null
  }

  #openArticle(headline: MappedText | null, indent: number | null = null): ArticleDraft {
    if (this.draft.columns.length === 0) this.draft.columns.push({ name: null, content: null, articles: [] })
    this.#article = { headline, indent, contributor: null, paragraphs: [] }
    this.draft.columns.at(-1)!.articles.push(this.#article)
    return this.#article
  }

  #current(): ArticleDraft {
    return this.#article ?? this.#openArticle(null)
  }

  #addHeadline(block: Block, before: Block | undefined, next: Block | undefined): void {
    let { lines } = block
    if (opensWithColumn(lines, { article: this.#article, before, next })) {
      const name = lines[0]!
      this.#openColumn(name)
      this.warn('column-uncertain', `“${name.text}”按栏目名处理，也可能是标题的一部分，请核对。`, name)
      lines = lines.slice(1)
    }
    const role = headlineRole(lines, { article: this.#article, before, next })
    if (role.doubt) this.warn('kind-uncertain', role.doubt, lines[0]!)
    if (role.isHeadline) this.#openArticle(headlineOf(lines), lines[0]!.indent)
    else for (const line of lines) this.#current().paragraphs.push(line.content)
  }

  // Between two bulleted items it belongs to the item; a second one of an article stays with its text.
  #addContributor(lines: readonly Line[], before: Block | undefined, next: Block | undefined): void {
    const article = this.#article
    const isItemTail = isItem(before) && isItem(next)
    if (article && !isItemTail && !article.contributor) article.contributor = joinLines(lines)
    else if (article && article.paragraphs.length > 0)
      article.paragraphs.push(joinMapped([article.paragraphs.pop()!, joinLines(lines)]))
    else for (const line of lines) this.draft.noise.push({ reason: 'orphan', line })
  }
}

function isItem(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && isBulleted(block.lines[0]!.text)
}

// A bullet before a headline is an ornament of the page.
function headlineOf(lines: readonly Line[]): MappedText {
  const { text } = lines[0]!
  return joinLines(lines, isBulleted(text) ? bulletLength(text) : 0)
}

// （供稿：…） at the end of the last paragraph is the contributor as well.
function liftContributor(article: ArticleDraft): void {
  const last = article.paragraphs.at(-1)
  if (!last || article.contributor || article.headline === null) return
  const from = contributorAtEnd(last.text)
  if (from <= 0) return
  article.contributor = sliceMapped(last, from)
  article.paragraphs[article.paragraphs.length - 1] = sliceMapped(last, 0, from)
}
