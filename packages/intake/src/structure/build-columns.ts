import type { IntakeWarning, Noise } from '../contract.ts'
import { joinMapped, type MappedText, sliceMapped } from '../mapped-text.ts'
import type { Block } from './block.ts'
import { headlineWeight } from './heading.ts'
import type { Line } from './line.ts'
import { bulletLength, columnName, contributorAtEnd, isBulleted } from './words.ts'

export type ArticleDraft = {
  headline: MappedText | null
  contributor: MappedText | null
  readonly paragraphs: MappedText[]
}
export type ColumnDraft = {
  name: string | null
  content: MappedText | null
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
  const columns: ColumnDraft[] = []
  const columnLines: Line[] = []
  const noise: Draft['noise'] = []
  const warnings: IntakeWarning[] = []
  let article: ArticleDraft | null = null
  const column = () => {
    if (columns.length === 0) columns.push({ name: null, content: null, articles: [] })
    return columns.at(-1)!
  }
  const open = (headline: MappedText | null): ArticleDraft => {
    const opened: ArticleDraft = { headline, contributor: null, paragraphs: [] }
    column().articles.push(opened)
    return opened
  }
  const openColumn = (line: Line, name: string, from: number, to: number) => {
    columnLines.push(line)
    columns.push({ name, content: sliceMapped(line.content, from, to), articles: [] })
    article = null
  }
  for (const [i, block] of blocks.entries()) {
    const first = block.lines[0]!
    const next = blocks[i + 1]
    if (block.doubt) warnings.push(warn('join-uncertain', block.doubt, first))
    if (block.kind === 'column') {
      const found = columnName(first.text)
      if (found) openColumn(first, found.name, found.from, found.to)
      else openColumn(first, first.text.replace(/\s/g, ''), 0, first.text.length)
    } else if (block.kind === 'caption') noise.push({ reason: 'caption', line: first })
    else if (block.kind === 'staff' || block.kind === 'byline') noise.push({ reason: 'label', line: first })
    else if (block.kind === 'headline') {
      const lines = takeColumn(block, blocks, i, article, line => {
        openColumn(line, line.text.replace(/\s/g, ''), 0, line.text.length)
        warnings.push(
          warn('column-uncertain', `“${line.text}”按栏目名处理，也可能是标题的一部分，请核对。`, line),
        )
      })
      const role = headlineRole(lines, article, blocks[i - 1], next)
      if (role.isHeadline) {
        article = open(headlineOf(lines))
        if (role.doubt) warnings.push(warn('kind-uncertain', role.doubt, lines[0]!))
      } else {
        article ??= open(null)
        for (const line of lines) article.paragraphs.push(line.content)
        if (role.doubt) warnings.push(warn('kind-uncertain', role.doubt, lines[0]!))
      }
    } else if (block.kind === 'contributor') {
      const line = joinMapped(block.lines.map(each => each.content))
      const isItemTail = isBulletBlock(blocks[i - 1]) && isBulletBlock(next)
      if (!article) noise.push({ reason: 'orphan', line: first })
      else if (!isItemTail && !article.contributor) article.contributor = line
      else if (article.paragraphs.length > 0)
        article.paragraphs.push(joinMapped([article.paragraphs.pop()!, line]))
      else noise.push({ reason: 'orphan', line: first })
    } else {
      article ??= open(null)
      article.paragraphs.push(joinLines(block.lines))
    }
  }
  for (const { articles } of columns) for (const each of articles) liftContributor(each)
  return { columns, columnLines, noise, warnings }
}

function isBulletBlock(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && isBulleted(block.lines[0]!.text)
}

function warn(code: IntakeWarning['code'], message: string, line: Line): IntakeWarning {
  return { code, message, span: [line.start, line.end] }
}

// 4 characters over a longer line: a section name without any mark. No printer breaks a title so.
function takeColumn(
  block: Block,
  blocks: readonly Block[],
  i: number,
  article: ArticleDraft | null,
  take: (line: Line) => void,
): readonly Line[] {
  const [first, second] = block.lines
  const length = first!.text.replace(/\s/g, '').length
  if (!second || first!.level > 0 || length < 3 || length > 5 || second.width < 9 || /[——]/.test(first!.text))
    return block.lines
  const isDue = article === null ? i === 0 || blocks[i - 1]?.kind !== 'column' : article.paragraphs.length > 0
  if (!isDue) return block.lines
  take(first!)
  return block.lines.slice(1)
}

type Role = { readonly isHeadline: boolean; readonly doubt: string | null }

function headlineRole(
  lines: readonly Line[],
  article: ArticleDraft | null,
  before: Block | undefined,
  next: Block | undefined,
): Role {
  const hasBody = next?.kind === 'paragraph' || next?.kind === 'byline' || next?.kind === 'caption'
  if (lines[0]!.level > 0) return { isHeadline: true, doubt: null }
  if (!hasBody) return { isHeadline: article === null, doubt: null }
  if (!article || before?.kind === 'column') return { isHeadline: true, doubt: null }
  if (article.paragraphs.length === 0) return { isHeadline: article.headline === null, doubt: null }
  const text = lines.map(line => line.text).join('')
  const weight = headlineWeight(text, next.lines[0]!.text, before?.kind === 'contributor')
  if (weight >= 2) return { isHeadline: true, doubt: null }
  if (weight <= 0) return { isHeadline: false, doubt: null }
  return {
    isHeadline: false,
    doubt: `“${text.slice(0, 20)}”按文中小标题处理，也可能是另一篇的标题，请核对。`,
  }
}

// A bullet before a headline is an ornament of the page.
function headlineOf(lines: readonly Line[]): MappedText {
  const first = lines[0]!
  const skip = isBulleted(first.text) ? bulletLength(first.text) : 0
  return joinLines(lines, skip)
}

/** Lines joined without a blank, except between two Latin words. */
export function joinLines(lines: readonly Line[], skip = 0): MappedText {
  const parts: MappedText[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (before && /[A-Za-z0-9,.;]$/.test(before.text.slice(-1)) && /^[A-Za-z]/.test(line.text.slice(0, 1)))
      parts.push({ text: ' ', at: [before.end] })
    parts.push(i === 0 && skip > 0 ? sliceMapped(line.content, skip) : line.content)
  }
  return joinMapped(parts)
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
