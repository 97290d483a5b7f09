/** What may be done with an item of a ledger (台账事项): from which state, to which, and by whom. */
import type { LedgerRules } from './ledger-rules.schema.ts'

export const itemStates = [
  /** 立项: being worded by the unit that keeps it */
  'draft',
  /** 待审核 */
  'review',
  /** 待下发 */
  'ready',
  /** 待签收 */
  'dispatched',
  /** 办理中 */
  'doing',
  /** 待复核: the unit says that it is done */
  'feedback',
  /** 已销号 */
  'closed',
  /** 已巩固: looked at again, it holds */
  'settled',
  /** 已撤销 */
  'cancelled',
] as const
export type ItemState = (typeof itemStates)[number]

/** The keeper has them to itself. */
export const statesBefore: readonly ItemState[] = ['draft', 'review', 'ready']
/** Given to a unit and not done: these have a light. */
export const openStates = ['dispatched', 'doing', 'feedback'] as const satisfies readonly ItemState[]
/** Done. */
export const closedStates: readonly ItemState[] = ['closed', 'settled']

/**
 * `keeper`: who keeps the ledger at the keeping unit or above it, and for a decomposed item the leads there;
 * `reviewer`: one of them who did not submit it; `checker`: also an inspector there; `unit`: whoever works on it at its
 * own unit; `lead`: the lead there.
 */
export type ItemPart = 'keeper' | 'reviewer' | 'checker' | 'unit' | 'lead' | 'program'

type ItemStep = {
  readonly from: readonly ItemState[]
  /** Null: the state stays. */
  readonly to: ItemState | null
  readonly by: ItemPart
  /** It is not done without words. */
  readonly reason?: true
  /** Not done while no proof stands. */
  readonly evidence?: true
  /** Not done while a part of it is open. */
  readonly whole?: true
}

export const itemFlow = {
  /** 修改立项 */
  edit: { from: ['draft'], to: null, by: 'keeper' },
  /** 提交审核 */
  submit: { from: ['draft'], to: 'review', by: 'keeper' },
  /** 审核通过 */
  approve: { from: ['review'], to: 'ready', by: 'reviewer' },
  /** 审核退回 */
  reject: { from: ['review'], to: 'draft', by: 'keeper', reason: true },
  /** 下发 */
  dispatch: { from: ['ready'], to: 'dispatched', by: 'keeper' },
  /** 签收 */
  acknowledge: { from: ['dispatched'], to: 'doing', by: 'unit' },
  /** 退签: it is not this unit's to do */
  decline: { from: ['dispatched'], to: 'ready', by: 'lead', reason: true },
  /** 交办: to a person of the unit */
  hand: { from: ['dispatched', 'doing', 'feedback'], to: null, by: 'lead' },
  /** 分解: into items of subordinate units or people */
  decompose: { from: ['doing'], to: null, by: 'lead' },
  /** 办理: how far it is */
  progress: { from: ['doing'], to: null, by: 'unit' },
  /** 举证 */
  prove: { from: ['doing', 'feedback'], to: null, by: 'unit' },
  /** 申请延期 */
  extend: { from: ['dispatched', 'doing'], to: null, by: 'lead', reason: true },
  /** 审批延期 */
  decide: { from: ['dispatched', 'doing', 'feedback'], to: null, by: 'keeper' },
  /** 反馈 */
  feedback: { from: ['doing'], to: 'feedback', by: 'lead', evidence: true, whole: true },
  /** 复核退回 */
  return: { from: ['feedback'], to: 'doing', by: 'keeper', reason: true },
  /** 销号 */
  close: { from: ['feedback'], to: 'closed', by: 'keeper', evidence: true, whole: true },
  /** 巩固通过 */
  settle: { from: ['closed'], to: 'settled', by: 'checker' },
  /** 重新办理 */
  reopen: { from: ['closed', 'settled'], to: 'doing', by: 'checker', reason: true },
  /** 撤销 */
  cancel: { from: ['draft', 'review', 'ready', ...openStates], to: 'cancelled', by: 'keeper', reason: true },
  /** 调整: measure, target, people and deadline of what was dispatched */
  amend: { from: ['review', 'ready', ...openStates], to: null, by: 'keeper', reason: true },
  /** 解除提示: what came to light after closing was looked into */
  unflag: { from: closedStates, to: null, by: 'keeper', reason: true },
  /** 自动销号 */
  conclude: { from: openStates, to: 'closed', by: 'program', evidence: true },
} as const satisfies Record<string, ItemStep>

export type ItemAction = keyof typeof itemFlow
export const itemActions = Object.keys(itemFlow) as readonly ItemAction[]
/** What moves an item by itself, with words at most. */
export const itemDeeds = [
  'submit',
  'approve',
  'reject',
  'dispatch',
  'acknowledge',
  'decline',
  'feedback',
  'return',
  'close',
  'settle',
  'cancel',
  'unflag',
] as const satisfies readonly ItemAction[]
export type ItemDeed = (typeof itemDeeds)[number]

/** Where somebody stands towards an item. */
export type ItemStanding = {
  readonly state: ItemState
  readonly rules: LedgerRules
  /** It is a part of another item. */
  readonly part: boolean
  readonly submittedBy: string | null
  readonly personId: string
  /** Roles the caller holds at the keeping unit or above it. */
  readonly atKeeper: readonly string[]
  /** Roles the caller holds at the very unit of the item. */
  readonly atUnit: readonly string[]
  /** Something is flagged. */
  readonly flagged: boolean
  /** A wish for more time is not decided. */
  readonly asked: boolean
  /** Proof that stands. */
  readonly evidence: number
  /** Parts that are neither closed nor cancelled. */
  readonly openParts: number
  readonly today: string
  readonly dueDay: string
}

/** Why an action is not for a caller now. */
export const itemRefusals = ['role', 'state', 'own', 'evidence', 'parts', 'late', 'waiting'] as const
export type ItemRefusal = (typeof itemRefusals)[number]

const workers = ['reporter', 'unit-lead', 'coordinator'] as const
/** The roles some of whose holders may do a step. */
export const partRoles = {
  keeper: ['coordinator', 'unit-lead'],
  reviewer: ['coordinator', 'unit-lead'],
  checker: ['coordinator', 'inspector', 'unit-lead'],
  unit: workers,
  lead: ['unit-lead'],
  program: [],
} as const satisfies Record<ItemPart, readonly string[]>

function holdsPart(by: ItemPart, standing: ItemStanding): boolean {
  const { atKeeper, atUnit, part } = standing
  const keeps = atKeeper.includes('coordinator') || (part && atKeeper.includes('unit-lead'))
  switch (by) {
    case 'keeper':
    case 'reviewer':
      return keeps
    case 'checker':
      return keeps || atKeeper.includes('inspector')
    case 'unit':
      return workers.some(role => atUnit.includes(role))
    case 'lead':
      return atUnit.includes('unit-lead')
    case 'program':
      return false
  }
}

/** The state an action starts from, where the ledger leaves a step out. */
function startsFrom(action: ItemAction, rules: LedgerRules): readonly ItemState[] {
  if (action === 'submit' && !rules.steps.review) return []
  if (action === 'dispatch' && !rules.steps.review) return ['draft', 'ready']
  if (action === 'settle' && rules.steps.recheckDays === null) return []
  return itemFlow[action].from
}

/** The state after an action; where the ledger leaves 签收 out, what is dispatched is being done. */
export function stateAfter(action: ItemAction, state: ItemState, rules: LedgerRules): ItemState {
  const { to }: ItemStep = itemFlow[action]
  if (action === 'dispatch' && !rules.steps.acknowledge) return 'doing'
  return to ?? state
}

/** Null, or why `action` is not for this caller now. */
export function itemRefusal(action: ItemAction, standing: ItemStanding): ItemRefusal | null {
  const step: ItemStep = itemFlow[action]
  const { state, rules, flagged, asked, evidence, openParts } = standing
  if (!holdsPart(step.by, standing)) return 'role'
  if (!startsFrom(action, rules).includes(state)) return 'state'
  if (action === 'unflag' && !flagged) return 'state'
  if (action === 'decide' && !asked) return 'state'
  if (action === 'approve' && standing.submittedBy === standing.personId) return 'own'
  if (action === 'extend') {
    if (asked) return 'waiting'
    if (standing.today > standing.dueDay) return 'late'
  }
  if (step.evidence && evidence === 0) return 'evidence'
  if (step.whole && openParts > 0) return 'parts'
  return null
}

/** What a caller sees a button for: also what only proof or parts stand in the way of, with the reason told when tried. */
const toldWhenTried: readonly (ItemRefusal | null)[] = [null, 'evidence', 'parts']

export function actionsOfItem(standing: ItemStanding): ItemAction[] {
  return itemActions.filter(action => toldWhenTried.includes(itemRefusal(action, standing)))
}

/** What would be the caller's, if something did not stand in its way: the page says what. */
export function hindrancesOfItem(standing: ItemStanding): { action: ItemAction; why: ItemRefusal }[] {
  return itemActions.flatMap(action => {
    const why = itemRefusal(action, standing)
    return why === null || why === 'role' || why === 'state' ? [] : [{ action, why }]
  })
}

/** Roles that see ledgers, in their unit and below. */
export const ledgerReaders = [
  'reporter',
  'unit-lead',
  'coordinator',
  'inspector',
  'editor',
  'signatory',
] as const
/** Roles that keep ledgers: propose, dispatch, verify, close. */
export const ledgerKeepers = ['coordinator'] as const
/** Roles one of which some deed on an item asks for. */
export const ledgerActors = ['reporter', 'unit-lead', 'coordinator', 'inspector'] as const
