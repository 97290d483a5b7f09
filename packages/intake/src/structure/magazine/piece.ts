import type { Line } from '../line.ts'
import { isListHeading } from '../numbered-heading.ts'
import { isClosed, isHalfClosed } from '../words.ts'
import { loneMarks } from './bracket-marks.ts'
import type { Side } from './joint-evidence.ts'
import { isSignature } from './names-of-people.ts'

/** `aside`: captions, bylines and lines about the staff; they belong to the page. */
export type PieceKind = 'text' | 'headline' | 'column' | 'contributor' | 'aside'

/** Lines that certainly belong together, as they stand in the file. */
export type Piece = {
  readonly kind: PieceKind
  readonly lines: readonly Line[]
  /** Of a text: its paragraphs; the first may lack its beginning, the last its end. */
  readonly paragraphs: readonly (readonly Line[])[]
  readonly page: number
  /** Width of a full line where the piece begins and ends, 0 when unknown. */
  readonly measure: number
  readonly lastMeasure: number
  /** Of a text: does its first line look like the first of a paragraph? */
  readonly opening: Opening
  /** Paragraphs begin with printed blanks. */
  readonly indents: boolean
  /** They do, and its first line has none. */
  readonly flush: boolean
  /** Short lines below each other, without an end. */
  readonly verse: boolean
}

/** `lede`: as a report begins; `indented`: as a paragraph begins; `sentence`: could begin one; `middle`: cannot. */
export type Opening = 'lede' | 'indented' | 'sentence' | 'middle'

export function textOf(lines: readonly Line[]): string {
  return lines.map(line => line.text).join('')
}

/** The last paragraph of a text, as far as the piece has it. */
export function tailOf({ paragraphs, opening }: Piece): Side {
  const whole = paragraphs.length > 1 || opening === 'indented' || opening === 'lede'
  const text = textOf(paragraphs.at(-1) ?? []).slice(-600)
  return { text, whole, marks: loneMarks(text) }
}

/** The first paragraph of a text, as far as the piece has it. */
export function headOf({ paragraphs }: Piece): Side {
  const all = textOf(paragraphs[0] ?? [])
  const text = all.slice(0, 600)
  return { text, whole: paragraphs.length > 1 || isClosed(all), marks: loneMarks(text) }
}

/** Does the last line of a text stop inside a sentence? */
export function isOpenEnded(piece: Piece): boolean {
  const { text } = piece.lines.at(-1)!
  if (piece.verse || (piece.paragraphs.at(-1)?.length === 1 && isListHeading(text))) return false
  return !isClosed(text) && !isHalfClosed(text)
}

/** Does a line above the text say who wrote it? */
export function isBylined(pieces: readonly Piece[], i: number): boolean {
  const above = pieces[i - 1]
  return above?.kind === 'aside' && above.page === pieces[i]!.page && isSignature(above.lines[0]!.text)
}
