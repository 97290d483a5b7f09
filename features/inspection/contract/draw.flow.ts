/** A random draw (随机抽查): prepared, committed to in public, drawn once; void with a reason, and then still listed. */
export const drawStates = [
  /** 筹备中 */
  'preparing',
  /** 已承诺: the hashes are public, the register is frozen */
  'committed',
  /** 已抽取 */
  'drawn',
  /** 已作废 */
  'void',
] as const
export type DrawState = (typeof drawStates)[number]

export const drawKeepers = ['coordinator', 'inspector'] as const
export type DrawKeeper = (typeof drawKeepers)[number]

type DrawStep = { readonly from: readonly DrawState[]; readonly to: DrawState | null }

export const drawFlow = {
  edit: { from: ['preparing'], to: null },
  commit: { from: ['preparing'], to: 'committed' },
  /** 抽取: once, never again. */
  draw: { from: ['committed'], to: 'drawn' },
  /** 作废 */
  void: { from: ['committed', 'drawn'], to: 'void' },
  remove: { from: ['preparing'], to: null },
} as const satisfies Record<string, DrawStep>

export type DrawAction = keyof typeof drawFlow
export const drawActions = Object.keys(drawFlow) as readonly DrawAction[]

/** The state after an action; null where the state does not allow it. */
export function drawAfter(action: DrawAction, state: DrawState): DrawState | null {
  const step: DrawStep = drawFlow[action]
  return step.from.includes(state) ? (step.to ?? state) : null
}

/** What may be done next by somebody who keeps draws where this one stands. */
export const actionsOfDraw = (state: DrawState): DrawAction[] =>
  drawActions.filter(action => drawAfter(action, state) !== null)
