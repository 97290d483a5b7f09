import type { Line } from './line.ts'

export type BlockKind = 'column' | 'headline' | 'contributor' | 'paragraph' | 'byline' | 'caption' | 'staff'

/** Lines that form one thing on the page, in reading order. */
export type Block = {
  readonly kind: BlockKind
  readonly lines: Line[]
  /** A doubt about where it begins: the message of the warning. */
  doubt: string | null
}
