import type { DocumentColumn, IntakeDocument, IntakeWarning, Noise, Span } from './contract.ts'
import { defaultRegister, readEvents, resolvePublisher, type UnitRegister } from './facts/index.ts'
import type { LineHint } from './manuscript/line-hint.ts'
import { type MappedText, spansOf } from './mapped-text.ts'
import { splitDocuments } from './split-documents.ts'
import { claimedSpans, sweep } from './structure/conserve.ts'
import { type ReadStructure, readStructure } from './structure/read-structure.ts'

export type ReadOptions = {
  /** Units the reader knows by name; the register of Henan when left out. */
  readonly register?: UnitRegister
  /** Read only this part of the raw text. Offsets still count from the beginning of the whole. */
  readonly within?: Span
  /** What decoding the file found wrong (`decodeText`): goes into the first document read. */
  readonly warnings?: readonly IntakeWarning[]
  /** What the layout of the manuscript says of the lines (`readManuscript`); they win over what the words suggest. */
  readonly hints?: readonly LineHint[]
}

/**
 * Reads one document: structure and facts. `raw` is the decoded text as it is in the file; every span is UTF-16 code
 * units into it. When several bulletins stand in it the first is read, the others become noise `another-document` and
 * a warning. Never throws on any string; takes time linear in its length.
 */
export function readDocument(raw: string, options: ReadOptions = {}): IntakeDocument {
  const [first = [0, raw.length] satisfies Span, ...others] = options.within
    ? [options.within]
    : splitDocuments(raw)
  const document = readPart(raw, first, options)
  document.warnings.unshift(...(options.warnings ?? []))
  for (const [from, to] of others) {
    document.noise.push({ reason: 'another-document', text: raw.slice(from, to).trim(), spans: [[from, to]] })
    document.warnings.push({
      code: 'another-document',
      message: '文件里还有另一份简报，本次只读取第一份；请拆开后分别导入。',
      span: [from, to],
    })
  }
  return document
}

/** Reads every bulletin of a text, in order; offsets count from the beginning of the whole text. */
export function readDocuments(raw: string, options: Omit<ReadOptions, 'within'> = {}): IntakeDocument[] {
  const { warnings = [], ...others } = options
  return splitDocuments(raw).map((within, index) =>
    readDocument(raw, { ...others, within, warnings: index === 0 ? warnings : [] }),
  )
}

function readPart(raw: string, within: Span, options: ReadOptions): IntakeDocument {
  const register = options.register ?? shippedRegister()
  const structure = readStructure(raw, within, options.hints)
  const publisher =
    structure.publisher === null ? null : resolvePublisher(structure.publisher, structure.series, register)
  const warnings: IntakeWarning[] = [...structure.warnings]
  const context = {
    raw,
    issueDate: structure.date,
    documentYear: structure.documentYear,
    publisher,
    series: structure.series,
    register,
  }
  const columns = structure.columns.map(
    (column): DocumentColumn => ({
      name: column.name,
      spans: column.content ? whole(column.content, raw) : [],
      articles: column.articles.map(article => {
        const facts = readEvents({ ...article, column: column.name }, context)
        for (const warning of facts.warnings) warnings.push(warning)
        const paragraphSpans = article.paragraphs.map(paragraph => whole(paragraph, raw))
        return {
          kind: article.kind,
          headline: article.headline?.text ?? null,
          headlineSpans: article.headline ? whole(article.headline, raw) : [],
          contributor: article.contributor?.text ?? null,
          contributorSpans: article.contributor ? whole(article.contributor, raw) : [],
          paragraphs: article.paragraphs.map(paragraph => paragraph.text),
          paragraphSpans,
          spans: meet(paragraphSpans, raw),
          events: facts.events,
        }
      }),
    }),
  )
  return finish(raw, within, structure, publisher, columns, warnings)
}

let shipped: UnitRegister | undefined

// Read once: the file is the same for every document.
function shippedRegister(): UnitRegister {
  shipped ??= defaultRegister()
  return shipped
}

function finish(
  raw: string,
  within: Span,
  structure: ReadStructure,
  publisher: string | null,
  columns: DocumentColumn[],
  warnings: IntakeWarning[],
): IntakeDocument {
  const { marks, distribution } = structure
  const claimed = claimedSpans({ columns, marks, distribution, noise: structure.noise })
  const noise: Noise[] = [
    ...structure.noise,
    ...sweep(raw, within[0], within[1], claimed, structure.furniture),
  ]
  const silent = noise.find(each => each.reason === 'control-characters')
  if (silent)
    warnings.push({
      code: 'control-characters',
      message: `正文中有 ${silent.text.length} 个不可见或损坏的字符，已略去。`,
      span: silent.spans[0]!,
    })
  return {
    schema: 'jianbao-document/1',
    docType: structure.docType,
    series: structure.series === null ? null : { name: structure.series },
    issueNo: structure.issueNo,
    special: structure.special,
    runningNo: structure.runningNo,
    printRun: structure.printRun,
    publisher,
    date: structure.date,
    distribution,
    columns,
    marks,
    noise,
    warnings,
  }
}

function whole(content: MappedText, raw: string): Span[] {
  return spansOf(content, 0, content.text.length, raw)
}

// Neighbouring spans of the paragraphs become one while only white space lies between.
function meet(paragraphs: readonly Span[][], raw: string): Span[] {
  const spans: Span[] = []
  for (const paragraph of paragraphs)
    for (const [from, to] of paragraph) {
      const last = spans.at(-1)
      if (last && from >= last[1] && isBlank(raw, last[1], from)) last[1] = to
      else spans.push([from, to])
    }
  return spans
}

function isBlank(raw: string, from: number, to: number): boolean {
  return from - to === 0 || raw.slice(from, to).trim() === ''
}
