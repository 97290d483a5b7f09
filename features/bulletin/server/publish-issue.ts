import { Problem } from '@jianbao/errors'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { IssueSummary } from '../contract/index.ts'
import { findIssueRow, setPublished } from './issue.store.ts'
import { viewSummary } from './issue.view.ts'

/** Puts an issue on the public site; one that is there stays as it was. Throws `not-found`. */
export async function publishIssue(tx: Database, clock: Clock, id: string): Promise<IssueSummary> {
  const row = await findIssueRow(tx, id)
  if (!row) throw new Problem('not-found')
  if (row.publishedAt) return viewSummary(row)
  return change(tx, id, clock.now())
}

/** Takes an issue off the public site; nothing of it is lost. Throws `not-found`. */
export async function withdrawIssue(tx: Database, id: string): Promise<IssueSummary> {
  return change(tx, id, null)
}

async function change(tx: Database, id: string, at: Date | null): Promise<IssueSummary> {
  const row = await setPublished(tx, id, at)
  if (!row) throw new Problem('not-found')
  return viewSummary(row)
}
