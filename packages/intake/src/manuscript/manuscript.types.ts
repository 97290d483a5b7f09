import type { IntakeWarning } from '../contract.ts'
import type { LineHint } from './line-hint.ts'

export type ManuscriptKind = 'text' | 'docx' | 'doc' | 'pdf' | 'picture'

/** A file as text, with what its layout says about the lines. Offsets are UTF-16 code units into `text`. */
export type Manuscript = {
  readonly kind: ManuscriptKind
  /** How the characters were encoded; null where the format says so itself. */
  readonly encoding: string | null
  /** Pages of a PDF or a picture; null where pages are made only when it is printed. */
  readonly pages: number | null
  readonly text: string
  readonly hints: readonly LineHint[]
  /** What was left out or mended; the spans point into `text`. */
  readonly warnings: IntakeWarning[]
  /** The pages are pictures: the text is empty until somebody asks for recognition. */
  readonly picturesOnly: boolean
}

export type CheckOptions = {
  /** The name people know the file by: it stands in the error, and says nothing about the kind. */
  readonly file: string
  /** 20 MiB when left out. */
  readonly limitBytes?: number
}

export type ManuscriptOptions = CheckOptions & {
  /** Read pictures of text too. Slow (seconds a page), so only on request. */
  readonly recognise?: boolean
  /** Pages done and pages in all. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops between pages, or inside the recognition of one; its reason is thrown. */
  readonly signal?: AbortSignal
}
