import type { Edition, EditionContent, EditionItem } from '../../contract/index.ts'
import type { ItemWords } from './item-words.ts'

/** Where to go in an item: a block of its text, and characters `[start, end)` of what the block prints. */
export type JumpPlace = {
  readonly itemId: string | null
  readonly block?: number
  readonly start?: number
  readonly end?: number
}

export type ItemEditorProps = {
  readonly edition: Edition
  readonly item: EditionItem
  readonly readOnly: boolean
  /** Another object jumps again, be the place the same. */
  readonly jump?: JumpPlace | null | undefined
  /** At every keystroke, but not in the middle of a word that is being composed. */
  readonly onWords: (words: ItemWords) => void
  readonly onSaved: (content: EditionContent) => void
}
