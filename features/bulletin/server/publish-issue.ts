import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { holdIssueRow, type IssueRow, setPublished } from './issue.store.ts'

/** Puts an issue on the public site; one that is there stays as it was. Throws `not-found`, `not-now` where its series is never public. */
export async function publishIssue(tx: Database, scope: Scope, clock: Clock, id: string): Promise<IssueRow> {
  const row = await holdIssueRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  if (row.confined) throw new Problem('not-now', { reason: '这一期所属的刊设为不公开。' })
  return row.publishedAt ? row : change(tx, scope, id, clock.now())
}

/** Takes an issue off the public site; nothing of it is lost. Throws `not-found`. */
export async function withdrawIssue(tx: Database, scope: Scope, id: string): Promise<IssueRow> {
  return change(tx, scope, id, null)
}

async function change(tx: Database, scope: Scope, id: string, at: Date | null): Promise<IssueRow> {
  const row = await setPublished(tx, scope, id, at)
  if (!row) throw new Problem('not-found')
  return row
}
