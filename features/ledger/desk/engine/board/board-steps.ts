/** Which step a card takes when it is laid into another column. */
import { type ItemAction, type ItemState, itemFlow } from '../../../contract/index.ts'

type Standing = { readonly state: ItemState; readonly actions: readonly ItemAction[] }

/** Steps between two columns: those of the flow, and dispatching where a ledger leaves review or receipt out. */
export function stepsBetween(from: ItemState, to: ItemState): ItemAction[] {
  if ((from === 'draft' || from === 'ready') && (to === 'dispatched' || to === 'doing')) return ['dispatch']
  return (Object.keys(itemFlow) as ItemAction[]).filter(action => {
    const step = itemFlow[action]
    return step.to === to && step.by !== 'program' && (step.from as readonly ItemState[]).includes(from)
  })
}

/** The step the caller may take, else the one that is not theirs; null: there is none. */
export function stepTo(item: Standing, to: ItemState): { action: ItemAction; may: boolean } | null {
  const steps = stepsBetween(item.state, to)
  const may = steps.find(action => item.actions.includes(action))
  const [first] = steps
  return may ? { action: may, may: true } : first ? { action: first, may: false } : null
}
