import type { Conformity, ConformityFinding } from '../contract.ts'
import { isCertificate } from '../model/is-certificate.ts'
import { isCircular } from '../model/is-circular.ts'
import type { ChildImages } from '../pdf/child-images.ts'
import type { CompiledDocument, Compiler } from '../pdf/engine.ts'
import type { Job } from '../pdf/protocol.ts'
import type { SetIssue } from '../pdf/setting.ts'
import type { ReadPages } from '../preview/read-pages.ts'
import { type PageMark, PlacedMarks } from './marks.ts'
import { measurePages, type PageLines } from './measure-pages.ts'
import { modelFaults, type PlacedFault } from './model-faults.ts'
import { imprintFaults, lineFaults } from './page-faults.ts'
import { pictureFaults } from './picture-faults.ts'

type Asked = Pick<Job, 'document' | 'profile' | 'glue' | 'images'>

/**
 * What the compiled document keeps and breaks of the layout its series asks for: places of lines as the engine set
 * them, places of things as the templates tell them.
 */
export function findFaults(
  compiler: Pick<Compiler, 'query'>,
  set: SetIssue,
  read: ReadPages | null,
  asked: Asked,
  images: Pick<ChildImages, 'get'>,
): Conformity {
  const pages = set.document.numOfPages
  const marks = new PlacedMarks(queryOne<PageMark[]>(compiler, set.document, '<marks>') ?? [])
  const placed = [
    ...modelFaults(set.judged, asked.glue),
    ...pictureFaults(set.judged, marks, asked.images, images),
    ...once(set.glyphs).map(
      ({ character, text, at }): PlacedFault => ({
        at,
        fault: { rule: 'missing-glyph', details: { character, text } },
      }),
    ),
  ].map(fault => ({ ...fault, page: marks.pageOf(fault.at) }))
  const lines = read && isMeasured(asked.document) ? measurePages(read, marks.texts(), asked.profile) : null
  const { linesPerPage, charsPerLine } = lines ?? { linesPerPage: null, charsPerLine: null }
  const bodyEnd = queryOne<{ page: number }>(compiler, set.document, '<body-end>')
  const findings = [
    ...(isMagazine(asked.document) || isCertificate(asked.document)
      ? []
      : wholeFaults({ linesPerPage, charsPerLine }, pages, asked.profile)),
    ...imprintFaults(marks, pages, bodyEnd?.page ?? null),
    ...[...placed, ...(lines ? lineFaults(set.judged, marks, lines) : [])].map(findingOf),
  ]
  return { measured: { pages, linesPerPage, charsPerLine }, findings: inOrder(findings) }
}

/** Whether the lines of its pages are measured: those of a bulletin, whose texts are marked. */
export function isMeasured(document: Asked['document']): boolean {
  return !isCertificate(document) && !isCircular(document) && !isMagazine(document)
}

function queryOne<T>(
  compiler: Pick<Compiler, 'query'>,
  document: CompiledDocument,
  selector: string,
): T | null {
  return (compiler.query(document, { selector, field: 'value' })[0] as T | undefined) ?? null
}

function isMagazine(document: Asked['document']): boolean {
  return !isCertificate(document) && !isCircular(document) && document.layout === 'magazine'
}

function findingOf({ at, fault, page }: PlacedFault & { page: number | null }): ConformityFinding {
  return { ...fault, page, ...(at === null ? {} : { place: at }) }
}

/** What is true of the document as a whole. */
export function wholeFaults(
  { linesPerPage, charsPerLine }: Pick<PageLines, 'linesPerPage' | 'charsPerLine'>,
  pages: number,
  profile: Asked['profile'],
): ConformityFinding[] {
  const findings: ConformityFinding[] = []
  const [lines, characters] = [profile.linesPerPage, profile.charsPerLine]
  if (linesPerPage !== null && linesPerPage !== lines)
    findings.push({ rule: 'lines-per-page', page: null, details: { wanted: lines, found: linesPerPage } })
  if (charsPerLine !== null && charsPerLine !== characters)
    findings.push({
      rule: 'characters-per-line',
      page: null,
      details: { wanted: characters, found: charsPerLine },
    })
  if (profile.evenPages && pages % 2 !== 0)
    findings.push({ rule: 'even-pages', page: null, details: { pages } })
  return findings
}

/** By page; what is true of the whole document first. */
function inOrder(findings: readonly ConformityFinding[]): ConformityFinding[] {
  return findings.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))
}

/** The masthead and the properties of the file say the same words. */
function once(glyphs: SetIssue['glyphs']): SetIssue['glyphs'] {
  const seen = new Set<string>()
  return glyphs.filter(glyph => {
    const key = JSON.stringify(glyph)
    return !seen.has(key) && seen.add(key)
  })
}
