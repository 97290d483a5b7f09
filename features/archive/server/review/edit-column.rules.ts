/** Edits of columns and of the masthead. */
import { alignText, sliceMapped, wholeSpans } from '@jianbao/intake'
import type { IntakeDocument, IntakeWarning, MastheadMark } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import {
  articleAt,
  asPrinted,
  clip,
  columnAt,
  type Edited,
  newArticle,
  type Piece,
  pieceAt,
  piecesOf,
  refuse,
  setAside,
  spliceArticles,
  withPieces,
} from './article.rules.ts'

type Edit<A extends ReviewEdit['act']> = Extract<ReviewEdit, { act: A }>

const longestName = 100

export function renameColumn(
  reading: IntakeDocument,
  edit: Edit<'rename-column'> & { name: string | null },
  raw: string,
): Edited {
  const column = columnAt(reading, edit.column)
  const dropped = edit.name === null ? asPrinted(raw, column.name, column.spans) : null
  const put = { ...column, name: edit.name, spans: edit.name === null ? [] : column.spans }
  return {
    reading: setAside({ ...reading, columns: reading.columns.with(edit.column, put) }, [dropped], 'label'),
    before: clip(column.name ?? ''),
    after: clip(edit.name ?? ''),
    decided: column.spans,
  }
}

export function makeColumn(reading: IntakeDocument, edit: Edit<'make-column'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const piece = pieceAt(article, edit.paragraph)
  const column = columnAt(reading, edit.column)
  const pieces = piecesOf(article)
  const rest = pieces.slice(edit.paragraph + 1)
  const following = column.articles.slice(edit.article + 1)
  if (piece.text.length > longestName) throw refuse('这一段太长，不能作栏目名。')
  if (!rest.length && !following.length) throw refuse('这一段后面没有内容，不能作栏目名。')
  const { name, ornaments } = undress(piece, raw)
  const first = rest.length ? [newArticle(article.kind, rest, raw)] : []
  const kept = withPieces(article, pieces.slice(0, edit.paragraph), raw)
  const left = spliceArticles(reading, edit, 1 + following.length, kept)
  const made = { name: name.text, spans: name.spans, articles: [...first, ...following] }
  return {
    reading: setAside(
      { ...left, columns: left.columns.toSpliced(edit.column + 1, 0, made) },
      ornaments,
      'label',
    ),
    before: `¶ ${clip(piece.text)}`,
    after: `【${clip(name.text)}】`,
    decided: piece.spans,
  }
}

/** A column name without the brackets and ornaments around it. */
function undress(piece: Piece, raw: string): { name: Piece; ornaments: Piece[] } {
  const [whole = '', before = '', name = ''] =
    /^([【〖［[「『〔●■◆★▲◎○□◇☆※\s]*)(.*?)[】〗］\]」』〕●■◆★▲◎○□◇☆※\s]*$/su.exec(piece.text) ?? []
  const mapped = alignText(raw, piece.text, piece.spans)
  if (!name || name === whole || !mapped) return { name: piece, ornaments: [] }
  const cut = (from: number, to: number): Piece => {
    const content = sliceMapped(mapped, from, to)
    return { text: content.text, spans: wholeSpans(content, raw) }
  }
  const end = before.length + name.length
  const ornaments = [cut(0, before.length), cut(end, piece.text.length)]
  return { name: cut(before.length, end), ornaments: ornaments.filter(each => each.text.trim()) }
}

const missing: Partial<Record<MastheadMark['field'], IntakeWarning['code']>> = {
  issueNo: 'no-issue-number',
  publisher: 'no-publisher',
  date: 'no-date',
}

function told(of: IntakeDocument, name: 'series' | 'issueNo' | 'special' | 'publisher' | 'date'): string {
  if (name === 'series') return of.series?.name ?? ''
  if (name === 'special') return of.special ? '增刊' : '正刊'
  if (name === 'issueNo') return of.issueNo === null ? '' : `第${of.issueNo}期`
  return of[name] ?? ''
}

export function setIssue(reading: IntakeDocument, edit: Edit<'set-issue'>): Edited {
  const { act: _act, reading: _reading, ...fields } = edit
  const names = Object.keys(fields) as (keyof typeof fields)[]
  if (!names.length) throw refuse('没有要改的内容。')
  const { series, ...others } = fields
  const named = series === undefined ? {} : { series: series === null ? null : { name: series } }
  const given = new Set<string>(names.flatMap(name => missing[name] ?? []))
  const sure = (mark: MastheadMark) => (names as string[]).includes(mark.field)
  const tell = (of: IntakeDocument): string =>
    names
      .map(name => told(of, name))
      .map(clip)
      .filter(Boolean)
      .join('，')
  const after = {
    ...reading,
    ...others,
    ...named,
    marks: reading.marks.map(mark => (sure(mark) ? { ...mark, confidence: 1 } : mark)),
    warnings: reading.warnings.filter(warning => !given.has(warning.code)),
  }
  return { reading: after, before: tell(reading), after: tell(after) }
}
