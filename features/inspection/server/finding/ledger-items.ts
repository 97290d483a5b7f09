/** Items of the rectification ledger that findings became. */
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { FindingItem } from '../../contract/index.ts'

/** By id, those the caller may see. */
export async function viewItems(
  _tx: Database,
  _scope: Scope,
  _ids: readonly string[],
): Promise<Map<string, Static<typeof FindingItem>>> {
  return new Map()
}
