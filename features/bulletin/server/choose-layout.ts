import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import type { IssueSummary, Layout } from '../contract/index.ts'
import { setChosenLayout } from './issue.store.ts'
import { viewSummary } from './issue.view.ts'

/** Sets how an issue is set from now on, also after its document is read again. Throws `not-found`. */
export async function chooseLayout(tx: Database, id: string, layout: Layout): Promise<IssueSummary> {
  const row = await setChosenLayout(tx, id, layout)
  if (!row) throw new Problem('not-found')
  return viewSummary(row)
}
