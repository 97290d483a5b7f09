import type { Person } from '@jianbao/platform/access'
import { commissionAskers } from '@jianbao/report/contract'
import type { CoverageItem, EntryPage } from '../../contract/index.ts'

type ListAction = Exclude<EntryPage['actions'][number], 'export'>

/** Who reminds units, and who asks them for pieces. */
const holders: Readonly<Record<ListAction, readonly string[]>> = {
  remind: ['coordinator'],
  commission: commissionAskers,
}
const writers: readonly string[] = ['reporter', 'unit-lead']

/** Whether each unit lies in their reach is decided where it is done. */
export function actionsOf(person: Person | undefined): ListAction[] {
  const held = new Set<string>(person?.posts.map(post => post.role))
  return (Object.keys(holders) as ListAction[]).filter(action => holders[action].some(role => held.has(role)))
}

/** The same of one unit; its own people report. */
export function actionsOfItem(person: Person | undefined, unitId: string): CoverageItem['actions'] {
  const writes = person?.posts.some(post => post.unitId === unitId && writers.includes(post.role))
  return [...(writes ? (['report'] as const) : []), ...actionsOf(person)]
}
