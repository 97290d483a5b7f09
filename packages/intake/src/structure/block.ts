import type { Line } from './line.ts'

export type BlockKind = 'column' | 'headline' | 'contributor' | 'paragraph' | 'byline' | 'caption' | 'staff'

/** Lines that form one thing on the page, in reading order. */
export type Block = {
  readonly kind: BlockKind
  readonly lines: Line[]
  /** Where joining or parting two lines was not certain, and what a person is told. */
  readonly doubts: { readonly line: Line; readonly message: string }[]
}
