import type { Judged } from '../conformity/judged.ts'
import type { Bulletin, LayoutProfile, PdfStandard } from '../contract.ts'
import type { Page } from '../model/compose-page.ts'
import type { CompiledDocument } from './engine.ts'
import type { MissingGlyph } from './glyphs.ts'

/** What the template is told about the page beside what stands on it. */
export type Setting = {
  chars: number
  lines: number
  red: LayoutProfile['red']
  /** Day of the document, for its properties; null where the time the file was made at says more. */
  date: number[] | null
  imprintOnEvenPage: boolean
  /** Pages without a number: an empty page and the imprint's, when it was moved to the back. */
  unnumbered: number[]
  plainHeads: boolean
} & Pick<LayoutProfile, 'linePitchPt' | 'pageNumbers' | 'mastheadSizePt'>

/** Compiles a page with some settings changed and, where given, another body. */
export type Compile = (changed: Partial<Setting>, body?: Page['body']) => CompiledDocument

export type SetOptions<T = Bulletin> = {
  document: T
  profile: LayoutProfile
  standard: PdfStandard
  imagePaths: Readonly<Record<string, string>>
  glue: readonly string[]
  createdAt: number | null
  /** Headings of tables as plain rows: where the engine cannot tag a heading that goes over pages. */
  plainHeads?: boolean
}

/** A compiled document with what conformity wants to know of it. */
export type SetIssue = {
  document: CompiledDocument
  /** Characters that no font has, which are set as 〓. */
  missing: string[]
  glyphs: MissingGlyph[]
  judged: Judged[]
}

/** The day of a document as the template takes it: year, month, day. */
export function dateOf({ document, createdAt }: SetOptions<{ date: string | null }>): number[] | null {
  return createdAt === null ? (document.date?.split('-').map(Number) ?? null) : null
}
