import type { Recipient } from '../../contract/index.ts'

/** What each way of putting somebody on the list is given: who is on it already, and how it adds. */
export type AddProps = {
  readonly taken: readonly Recipient[]
  readonly onAdd: (recipients: readonly Recipient[]) => void
}
