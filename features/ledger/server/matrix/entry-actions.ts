import type { Person } from '@jianbao/platform/access'
import { commissionAskers } from '@jianbao/report/contract'
import type { LedgerItem } from '../../contract/index.ts'

type Action = LedgerItem['actions'][number]

/** Who reminds units, and who asks them for pieces: the offices that keep the plan, and the desks. */
const holders: Readonly<Record<Action, readonly string[]>> = {
  remind: ['coordinator'],
  commission: commissionAskers,
}

/** Whether each unit lies in their reach is decided where it is done. */
export function actionsOf(person: Person | undefined): Action[] {
  const held = new Set(person?.posts.map(post => post.role))
  return (Object.keys(holders) as Action[]).filter(action =>
    holders[action].some(role => held.has(role as never)),
  )
}
