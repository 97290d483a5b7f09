import type { Place } from '../contract.ts'
import type { SetTable } from './set-table.ts'

/** What the templates of the magazine take; `rows` of a measured thing are lines of the page's grid. */

export type MagazineElement = { at?: Place } & (
  | { kind: 'paragraph' | 'brief'; text: string; end?: true; by?: string }
  | { kind: 'quote' | 'byline'; text: string }
  | { kind: 'heading'; style: 1 | 2 | 3; level: number; text: string }
  /** Headline of a note, inside the column. */
  | { kind: 'note-title'; id: string; level: number; text: string; lines: string[]; sub: string | null }
  /** Headline too long for display type. */
  | { kind: 'long-title'; id: string | null; level: number; text: string }
  | {
      kind: 'figure'
      imageKey: string
      src: string | null
      alt: string
      frame: string
      caption: string | null
      wide: boolean
    }
  /** Stands across the page, in a part of its own. */
  | { kind: 'table'; table: SetTable }
)

export type MagazineFigure = Extract<MagazineElement, { kind: 'figure' }>

/** A band across the page or a run of text in two columns. */
export type MagazinePart = {
  at?: Place
} /** Name of a column, at the head of a page; without lines it is too long for display type. */ & (
  | { kind: 'opener'; id: string; level: number; text: string; lines: string[] }
  | {
      kind: 'header'
      id: string
      level: number
      text: string
      lines: string[]
      sublines: string[]
      byline: string | null
    }
  | { kind: 'wide'; figure: MagazineFigure }
  | { kind: 'table'; table: SetTable }
  /** `apart`: it begins something new, so it keeps a distance from what stands above. */
  | { kind: 'run'; elements: MagazineElement[]; apart: boolean }
)
