import type { Edition, EditionPresence } from '../../contract/index.ts'
import type { ComposeActs } from './use-compose-acts.tsx'

/** What every part of the issue in the middle is given. */
export type IssueProps = {
  readonly edition: Edition
  readonly acts: ComposeActs
  readonly mayEdit: boolean
  readonly me: string | null
  readonly presence: EditionPresence | undefined
  /** The item chosen with the keyboard. */
  readonly selected: string | null
  readonly onOpen: (itemId: string) => void
}

/** What is dragged: an item of the issue, or a report that waits. Columns and items are what it is dropped on. */
export type Dragged = {
  readonly kind: 'item' | 'candidate' | 'column'
  readonly id: string
  readonly title: string
}
