import { holds, type Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { EntryCodeCounts } from '../../../contract/index.ts'
import { getContestRow } from '../../setup/contest.store.ts'
import { countEntryCodes } from './entry-code.store.ts'
import { mayMake } from './make-entry-codes.ts'

/** `keeps`: where the caller may make them. Throws `not-found`. */
export async function viewEntryCodes(
  tx: Database,
  { scope, keeps }: { scope: Scope; keeps: Scope },
  contestId: string,
): Promise<EntryCodeCounts> {
  const contest = await getContestRow(tx, scope, contestId)
  const units = await countEntryCodes(tx, contest.no)
  const sum = (pick: (its: (typeof units)[number]) => number) =>
    units.reduce((total, its) => total + pick(its), 0)
  const [made, used] = [sum(its => its.made), sum(its => its.used)]
  const may = mayMake(contest) && holds(keeps, contest.path)
  return {
    made,
    used,
    units,
    actions: [...(may ? (['make'] as const) : []), ...(may && made > used ? (['withdraw'] as const) : [])],
  }
}
