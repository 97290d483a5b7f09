import type { Bulletin, LayoutProfile, PdfStandard } from '../contract.ts'
import type { Page } from '../model/compose-page.ts'
import type { CompiledDocument } from './engine.ts'

/** What the template is told about the page beside what stands on it. */
export type Setting = {
  chars: number
  lines: number
  red: LayoutProfile['red']
  /** Day of the document, for its properties: year, month, day. */
  date: number[] | null
  imprintOnEvenPage: boolean
  /** Pages without a number: an empty page and the imprint's, when it was moved to the back. */
  unnumbered: number[]
}

/** Compiles a page with some settings changed and, where given, another body. */
export type Compile = (changed: Partial<Setting>, body?: Page['body']) => CompiledDocument

export type SetOptions<T = Bulletin> = {
  document: T
  profile: LayoutProfile
  standard: PdfStandard
  imagePaths: Readonly<Record<string, string>>
  glue: readonly string[]
}

/** A compiled issue and the characters of it that no font has, which are set as 〓. */
export type SetIssue = { document: CompiledDocument; missing: string[] }
