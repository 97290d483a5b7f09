/** Which of what the caller may do is the big button, which stands beside it, and which wait in the menu. */
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'
import { partDone } from './item.progress.ts'

type Standing = Pick<
  LedgerItem,
  | 'state'
  | 'actions'
  | 'hindered'
  | 'evidence'
  | 'openParts'
  | 'percent'
  | 'target'
  | 'reached'
  | 'recheckDay'
  | 'today'
  | 'flag'
>
export type Deeds = {
  readonly main: ItemAction | null
  readonly second: ItemAction | null
  readonly rest: readonly ItemAction[]
}

/** What is to be reached was reached, and it is proven. */
export function isRipe(item: Standing): boolean {
  return item.evidence > 0 && item.openParts === 0 && partDone(item) >= 1
}

function wanted(item: Standing): readonly ItemAction[] {
  switch (item.state) {
    case 'draft':
      return ['submit', 'dispatch', 'edit']
    case 'review':
      return ['approve', 'reject']
    case 'ready':
      return ['dispatch']
    case 'dispatched':
      return ['acknowledge', 'decide', 'decline']
    case 'doing':
      return isRipe(item) ? ['decide', 'feedback', 'progress'] : ['decide', 'progress', 'feedback']
    case 'feedback':
      return ['close', 'return', 'decide']
    case 'closed':
      if (item.flag !== null) return ['unflag', 'reopen']
      return item.recheckDay !== null && item.recheckDay <= item.today ? ['settle', 'reopen'] : []
    case 'settled':
      return item.flag !== null ? ['unflag', 'reopen'] : []
    case 'cancelled':
      return []
  }
}

/** Deeds with a place of their own on the page stand in no menu. */
const elsewhere: readonly ItemAction[] = ['prove', 'conclude']
/** What ends or undoes something comes last. */
const lastOnes: readonly ItemAction[] = ['reject', 'decline', 'return', 'reopen', 'cancel']

export function deedsOf(item: Standing): Deeds {
  // More time is offered behind the deadline too: its form says why it is closed.
  const closed = item.hindered.filter(({ action }) => action === 'extend').map(({ action }) => action)
  const may = [...item.actions, ...closed].filter(action => !elsewhere.includes(action))
  const [main = null, second = null] = wanted(item).filter(action => may.includes(action))
  const rest = may.filter(action => action !== main && action !== second)
  return {
    main,
    second,
    rest: [
      ...rest.filter(action => !lastOnes.includes(action)),
      ...rest.filter(action => lastOnes.includes(action)),
    ],
  }
}
