/** Who hears of a contest: those who keep it and those who open and close it, in its unit. */
import { listHolders } from '@jianbao/organisation/server'
import { type Database, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { contestKeepers } from '../../contract/index.ts'
import type { ContestRow } from './contest.store.ts'

export const tellKeepers = (
  tx: Database,
  { id, title, unitId }: Pick<ContestRow, 'id' | 'title' | 'unitId'>,
  kind: 'contest.opened' | 'contest.closed' | 'contest.ended' | 'contest.published' | 'contest.rehearsed',
  { person, now }: { readonly person: { readonly id: string } | null; readonly now: Date },
): Promise<void> =>
  withRole(tx, 'owner', async () => {
    const holders = await listHolders(tx, [...contestKeepers, 'signatory'], unitId)
    const to = holders.map(holder => holder.id).filter(each => each !== person?.id)
    await notify(tx, { to, kind, details: { title }, link: `/contests/${id}`, at: now })
  })
