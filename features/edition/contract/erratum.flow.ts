/** What may be done with an erratum (勘误): from which state, to which, and by whom at the unit of the issue. */
export const erratumStates = [
  /** 草拟 */
  'draft',
  /** 已审定 */
  'approved',
  /** 已发布 */
  'published',
  /** 已作废 */
  'dropped',
] as const
export type ErratumState = (typeof erratumStates)[number]

type ErratumStep = {
  readonly from: readonly ErratumState[]
  /** Null: the state stays. */
  readonly to: ErratumState | null
  /** `last`: whoever holds the role of the last step of the chain, or signs. */
  readonly by: 'editor' | 'last' | 'either'
  readonly reason?: true
}

export const erratumFlow = {
  edit: { from: ['draft'], to: null, by: 'editor' },
  /** 审定 */
  approve: { from: ['draft'], to: 'approved', by: 'last' },
  /** 退回修改 */
  return: { from: ['approved'], to: 'draft', by: 'last', reason: true },
  /** 发布: readers and recipients see it */
  publish: { from: ['approved'], to: 'published', by: 'either' },
  /** 作废 */
  drop: { from: ['draft', 'approved'], to: 'dropped', by: 'editor', reason: true },
  /** 编入下一期 */
  reprint: { from: ['published'], to: null, by: 'editor' },
} as const satisfies Record<string, ErratumStep>

export type ErratumAction = keyof typeof erratumFlow
export const erratumActions = Object.keys(erratumFlow) as readonly ErratumAction[]

export type ErratumStanding = {
  readonly state: ErratumState
  /** Role of the last step of the chain its issue was signed by. */
  readonly last: string
  /** It stands in a later issue already. */
  readonly reprinted: boolean
  /** Roles the caller holds in the very unit of the issue. */
  readonly roles: readonly string[]
}

/** Null, or why `action` is not for this caller now: `role` (not theirs) or `state`. */
export function erratumRefusal(
  action: ErratumAction,
  { state, last, reprinted, roles }: ErratumStanding,
): 'role' | 'state' | null {
  const { from, by }: ErratumStep = erratumFlow[action]
  const edits = roles.includes('editor')
  const approves = roles.includes('signatory') || roles.includes(last)
  const held = by === 'editor' ? edits : by === 'last' ? approves : edits || approves
  if (!held) return 'role'
  if (!from.includes(state) || (action === 'reprint' && reprinted)) return 'state'
  return null
}

export function actionsOfErratum(standing: ErratumStanding): ErratumAction[] {
  return erratumActions.filter(action => erratumRefusal(action, standing) === null)
}
