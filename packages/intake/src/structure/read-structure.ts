import type {
  DistributionList,
  DocumentArticle,
  IntakeDocument,
  IntakeWarning,
  MastheadMark,
  Noise,
  Span,
} from '../contract.ts'
import type { LineHint } from '../manuscript/line-hint.ts'
import { type MappedText, spansOf } from '../mapped-text.ts'
import { articleKind } from './article-kind.ts'
import { buildBlocks } from './build-blocks.ts'
import { buildColumns, type Draft } from './build-columns.ts'
import { readDistribution } from './distribution.ts'
import { documentType } from './document-type.ts'
import { documentYear } from './document-year.ts'
import { hintLines, hintReasons } from './hinted-lines.ts'
import { cutLine, type Line, scanLines, withoutLines } from './line.ts'
import { runningHeads } from './magazine/furniture.ts'
import { magazineDraft } from './magazine/magazine-draft.ts'
import { pageClues } from './magazine/page-clues.ts'
import { readMasthead, repeatsMasthead } from './masthead.ts'
import { isBulletinName } from './masthead-line.ts'
import { countAboveMasthead } from './masthead-names.ts'
import { learnWrapping } from './measure.ts'
import { findPageNoise } from './page-noise.ts'
import { inlineColumnLength } from './words.ts'

export type StructuredArticle = {
  readonly kind: DocumentArticle['kind']
  readonly headline: MappedText | null
  readonly contributor: MappedText | null
  readonly paragraphs: MappedText[]
}

/** A document without its facts: everything as text with its way back to the raw file. */
export type ReadStructure = Pick<
  IntakeDocument,
  'docType' | 'issueNo' | 'special' | 'runningNo' | 'printRun' | 'publisher' | 'date'
> & {
  readonly series: string | null
  readonly documentYear: number | null
  readonly columns: { name: string | null; content: MappedText | null; articles: StructuredArticle[] }[]
  readonly distribution: DistributionList[]
  /** Where masthead, section names and distribution stand: what is left over there is a label (编, 印发). */
  readonly furniture: Span[]
  readonly marks: MastheadMark[]
  readonly noise: Noise[]
  readonly warnings: IntakeWarning[]
}

const noHeads: ReadonlySet<Line> = new Set()

/** Lines, page noise, distribution, masthead, body: in this order, because each needs the ones before out of its way. */
export function readStructure(
  raw: string,
  [start, end]: Span,
  hints: readonly LineHint[] = [],
): ReadStructure {
  const lines = hintLines(scanLines(raw, start, end), hints)
  const reasons = hintReasons(lines, findPageNoise(lines))
  const distribution = readDistribution(lines, reasons, raw)
  const isText = (line: Line, i: number) => reasons[i] === null && !distribution.taken.has(line)
  const heads = distribution.lists.length > 0 ? noHeads : runningHeads(lines.filter(isText))
  for (const [i, line] of lines.entries()) if (heads.has(line)) reasons[i] = 'running-head'
  const text = withoutLines(lines, (line, i) => !isText(line, i))
  const aboveMasthead = distribution.lists.length > 0 ? 0 : countAboveMasthead(text)
  const masthead = readMasthead(text.slice(aboveMasthead), raw)
  const below = withoutLines(text, (_, i) => i >= aboveMasthead && i < aboveMasthead + masthead.lines.length)
  const repeated = new Set(below.filter((line, i) => repeatsMasthead(line, below[i - 1], masthead)))
  const body = withoutLines(below, line => repeated.has(line)).flatMap(line => {
    const at = inlineColumnLength(line.text)
    return at > 0 ? cutLine(line, at) : [line]
  })
  const isBulletin = distribution.lists.length > 0 || isBulletinName(masthead.series ?? '')
  const clues = pageClues(lines, reasons, masthead, isBulletin)
  const periodical = magazineDraft(body, clues)
  const draft = periodical ?? buildColumns(buildBlocks(body, learnWrapping(body)))
  const noise: Noise[] = []
  for (const [i, line] of lines.entries()) if (reasons[i]) noise.push(noiseOf(reasons[i], line, raw))
  for (const line of repeated) noise.push(noiseOf('repeated-masthead', line, raw))
  for (const { reason, line } of draft.noise) noise.push(noiseOf(reason, line, raw))
  const isPeriodical = periodical !== null
  const docType = documentType({ masthead, distribution, draft, lines, length: end - start, isPeriodical })
  const publisher = masthead.publisher ?? distribution.publisher?.name ?? null
  const date = masthead.date ?? distribution.date
  const found = { docType, issueNo: masthead.issueNo, publisher, date }
  return {
    ...found,
    special: masthead.special,
    runningNo: masthead.runningNo,
    printRun: distribution.printRun,
    series: masthead.series,
    documentYear: date === null ? documentYear(raw, start, end) : Number(date.slice(0, 4)),
    columns: draft.columns.map(column => ({
      ...column,
      articles: column.articles.map(article => ({ ...article, kind: articleKind(article, column.name) })),
    })),
    distribution: distribution.lists,
    furniture: [...masthead.lines, ...distribution.taken, ...draft.columnLines].map(line => [
      line.start,
      line.end,
    ]),
    marks: [...masthead.marks, ...distribution.marks],
    noise,
    warnings: [...missing(found, draft, start), ...draft.warnings],
  }
}

function noiseOf(reason: Noise['reason'], line: Line, raw: string): Noise {
  return { reason, text: line.text, spans: spansOf(line.content, 0, line.text.length, raw) }
}

type Found = Pick<ReadStructure, 'docType' | 'issueNo' | 'publisher' | 'date'>

// What a bulletin ought to say and this one does not: null in the document, and a warning.
function missing(found: Found, draft: Draft, start: number): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  const say = (code: IntakeWarning['code'], message: string) =>
    warnings.push({ code, message, span: [start, start] })
  if (found.docType === 'bulletin') {
    if (found.issueNo === null) say('no-issue-number', '没有找到期号，请补填。')
    if (found.publisher === null) say('no-publisher', '没有找到编发单位，请补填。')
    if (draft.columns.length > 0 && draft.columns.every(column => column.name === null))
      say('no-column', '没有找到栏目名，所有文章放在一个未命名的栏目下。')
  }
  if (found.date === null) say('no-date', '没有找到印发日期，正文中的“月、日”按文中出现最多的年份推算。')
  for (const column of draft.columns)
    for (const article of column.articles) {
      if (article.headline !== null || articleKind(article, column.name) === 'briefs') continue
      const at = article.paragraphs[0]?.at[0] ?? start
      warnings.push({ code: 'no-headline', message: '这篇没有找到标题，请核对。', span: [at, at + 1] })
    }
  return warnings
}
