/** A need (诉求): heard from a form, on a visit or in an opinion, until it is on a list of services or answered. */
export const needStates = [
  /** 待受理 */
  'waiting',
  /** 已立项: an item of a ledger was made of it */
  'accepted',
  /** 已并入: an item that was there already does it too */
  'merged',
  /** 不予受理, with a reason the asker reads */
  'declined',
  /** 已办结: its item was closed */
  'settled',
] as const
export type NeedState = (typeof needStates)[number]

/** 网上填报 走访 征求意见 */
export const needSources = ['form', 'visit', 'opinion'] as const
export type NeedSource = (typeof needSources)[number]

export const needKinds = [
  'lecture',
  'training',
  'farming',
  'health',
  'digital',
  'children',
  'facility',
  'other',
] as const
export type NeedKind = (typeof needKinds)[number]

type NeedRole = 'reporter' | 'unit-lead' | 'coordinator'
/** Who sees what was asked of their units, and enters what they heard. */
export const needReaders = ['reporter', 'unit-lead', 'coordinator'] as const satisfies readonly NeedRole[]
/** Who decides what becomes of it. */
export const needKeepers = ['unit-lead', 'coordinator'] as const satisfies readonly NeedRole[]

type NeedStep = {
  readonly from: readonly NeedState[]
  readonly to: NeedState
  /** Who decides, where it is not everybody who keeps needs. */
  readonly by?: readonly NeedRole[]
}

export const needFlow = {
  /** 受理立项: by who keeps ledgers */
  accept: { from: ['waiting'], to: 'accepted', by: ['coordinator'] },
  merge: { from: ['waiting'], to: 'merged' },
  decline: { from: ['waiting'], to: 'declined' },
  /** 转办: it goes to the unit it concerns and waits there. */
  forward: { from: ['waiting'], to: 'waiting' },
  /** 重新受理 */
  reconsider: { from: ['declined'], to: 'waiting' },
} as const satisfies Record<string, NeedStep>
export type NeedAction = keyof typeof needFlow
export const needActions = Object.keys(needFlow) as readonly NeedAction[]

/** The state after an action; null where the state does not allow it. */
export function needAfter(action: NeedAction, state: NeedState): NeedState | null {
  const { from, to }: NeedStep = needFlow[action]
  return from.includes(state) ? to : null
}

/** What may be done next by somebody who holds these roles where the need stands. */
export function actionsOfNeed(state: NeedState, roles: readonly string[]): NeedAction[] {
  return needActions.filter(action => {
    const { by = needKeepers }: NeedStep = needFlow[action]
    return needAfter(action, state) !== null && by.some(role => roles.includes(role))
  })
}
