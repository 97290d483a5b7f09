import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Layout } from '../contract/index.ts'
import { type IssueRow, setChosenLayout } from './issue.store.ts'

/** Sets how an issue is set from now on, also after its document is read again. Throws `not-found`. */
export async function chooseLayout(
  tx: Database,
  scope: Scope,
  id: string,
  layout: Layout,
): Promise<IssueRow> {
  const row = await setChosenLayout(tx, scope, id, layout)
  if (!row) throw new Problem('not-found')
  return row
}
