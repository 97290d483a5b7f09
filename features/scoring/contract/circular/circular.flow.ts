/** A circular (通报): written by who counted, issued once, never changed after. */
export const circularStates = ['draft', 'issued', 'revoked'] as const
export type CircularState = (typeof circularStates)[number]

/** Who makes and issues circulars of their unit, and who reads them. */
export const circularKeepers = ['editor', 'coordinator'] as const

type CircularStep = { readonly from: readonly CircularState[]; readonly to: CircularState | null }

export const circularFlow = {
  /** Words and number; figures are never typed. */
  edit: { from: ['draft'], to: null },
  /** Counts again. */
  refresh: { from: ['draft'], to: null },
  issue: { from: ['draft'], to: 'issued' },
  /** 撤销, with a reason; it stays readable as what it was. */
  revoke: { from: ['issued'], to: 'revoked' },
  remove: { from: ['draft'], to: null },
} as const satisfies Record<string, CircularStep>

export type CircularAction = keyof typeof circularFlow
export const circularActions = Object.keys(circularFlow) as readonly CircularAction[]

/** What may be done next by somebody who keeps the circulars of its unit, or does not. */
export function actionsOfCircular(state: CircularState, keeps: boolean): CircularAction[] {
  if (!keeps) return []
  return circularActions.filter(action => (circularFlow[action].from as readonly string[]).includes(state))
}
