/** What may be done with a unit: from which state it starts, and whose post allows it. */
export const unitStates = ['active', 'retired'] as const
export type UnitState = (typeof unitStates)[number]

const keepers = ['system-administrator'] as const

/**
 * `structure`: it changes the tree, so the unit above must lie in the caller's scope as well; the top of the tree, and
 * the topmost unit of a scope, stay where they are.
 */
export const unitFlow = {
  /** A new unit below this one. */
  add: { from: ['active'], to: 'active', structure: false, by: keepers },
  edit: { from: ['active', 'retired'], to: null, structure: false, by: keepers },
  move: { from: ['active', 'retired'], to: null, structure: true, by: keepers },
  /** Into another unit; what it had goes along, the unit itself stays as history. */
  merge: { from: ['active'], to: 'retired', structure: true, by: keepers },
  retire: { from: ['active'], to: 'retired', structure: true, by: keepers },
  restore: { from: ['retired'], to: 'active', structure: true, by: keepers },
} as const satisfies Record<string, UnitStep>

type UnitStep = {
  from: readonly UnitState[]
  /** Null: the state stays. */
  to: UnitState | null
  structure: boolean
  by: readonly string[]
}

export const unitActions = ['add', 'edit', 'move', 'merge', 'retire', 'restore'] as const
export type UnitAction = (typeof unitActions)[number]

export type UnitStanding = {
  state: UnitState
  /** Merged into another: it never comes back. */
  merged: boolean
  /** The caller has the unit above in their scope. */
  parentInScope: boolean
  /** Units right below that are active. */
  activeChildren: number
}

/** Null, or why `action` is not for this unit now: codes the page and the problem have texts for. */
export function unitRefusal(action: UnitAction, unit: UnitStanding): UnitRefusal | null {
  const step: UnitStep = unitFlow[action]
  if (step.structure && !unit.parentInScope) return 'top-of-scope'
  if (!step.from.includes(unit.state)) return unit.state === 'retired' ? 'is-retired' : 'is-active'
  if (unit.merged && step.structure) return 'is-merged'
  if (action === 'retire' && unit.activeChildren > 0) return 'has-children'
  return null
}

export const unitRefusals = [
  'top-of-scope',
  'is-retired',
  'is-active',
  'is-merged',
  'has-children',
  'into-itself',
  'into-own-branch',
  'under-retired',
] as const
export type UnitRefusal = (typeof unitRefusals)[number]
