import type { Line } from '../line.ts'
import type { Sequences } from './joint-evidence.ts'
import type { PageClues } from './page-clues.ts'

/** The lines of a magazine with what is known of all of them. */
export type Setting = {
  readonly lines: readonly Line[]
  readonly measures: readonly number[]
  readonly pages: readonly number[]
  /** Paragraphs begin with printed blanks. */
  readonly indents: boolean
  /** Blank lines stand between all lines. */
  readonly spaced: boolean
  readonly sequences: Sequences
  readonly clues: PageClues
  /** Names that stand beside the page numbers. */
  readonly heads: ReadonlySet<string>
}
