import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Layout } from '../contract/index.ts'
import { holdIssueRow, type IssueRow, setChosenLayout } from './issue.store.ts'

/**
 * Sets how an issue is set from now on, also after its document is read again. Throws `not-found`, and `not-now` for one
 * that was made at the desk.
 */
export async function chooseLayout(
  tx: Database,
  scope: Scope,
  id: string,
  layout: Layout,
): Promise<IssueRow> {
  const held = await holdIssueRow(tx, scope, id)
  if (held?.origin === 'composed') throw new Problem('not-now', { reason: '这一期已经印发，版式不能再改。' })
  const row = await setChosenLayout(tx, scope, id, layout)
  if (!row) throw new Problem('not-found')
  return row
}
