/** What may be done with an edition: from which state, to which, and by whom at the unit of its series. */
import type { ChainStep } from './series.schema.ts'

export const editionStates = [
  /** 编辑中 */
  'drafting',
  /** 审签中: at one step of its series' chain */
  'signing',
  /** 退回修改 */
  'returned',
  /** 已签发: it has its number, its forms are being made */
  'signed',
  /** 已印发 */
  'issued',
  /** 已作废 */
  'void',
] as const
export type EditionState = (typeof editionStates)[number]

type EditionStep = {
  readonly from: readonly EditionState[]
  /** Null: the state stays. */
  readonly to: EditionState | null
  /** `step`: whoever holds the role of the step it is at; `last`: of the last one. */
  readonly by: 'editor' | 'step' | 'last' | 'signatory' | 'program'
  /** It is not done without a reason in words. */
  readonly reason?: true
}

const open = ['drafting', 'returned'] as const

export const editionFlow = {
  /** Texts, pictures, order; at a step of the chain only where the step may mend. */
  edit: { from: [...open, 'signing'], to: null, by: 'editor' },
  /** 送审: to the first step of the chain */
  send: { from: open, to: 'signing', by: 'editor' },
  /** 撤回送审 */
  recall: { from: ['signing'], to: 'drafting', by: 'editor' },
  /** 通过: to the next step */
  pass: { from: ['signing'], to: 'signing', by: 'step' },
  /** 退回修改 */
  return: { from: ['signing'], to: 'returned', by: 'step', reason: true },
  /** 签发: the number is taken */
  sign: { from: ['signing'], to: 'signed', by: 'last' },
  /** 紧急签发, past the steps that are left */
  force: { from: [...open, 'signing'], to: 'signed', by: 'signatory', reason: true },
  /** 作废 */
  void: { from: open, to: 'void', by: 'editor', reason: true },
  /** The forms are made and kept, the issue is recorded. */
  freeze: { from: ['signed'], to: 'issued', by: 'program' },
} as const satisfies Record<string, EditionStep>

export type EditionAction = keyof typeof editionFlow
export const editionActions = Object.keys(editionFlow) as readonly EditionAction[]
/** Everything a person does to an edition as a whole. */
export const editionDeeds = ['send', 'recall', 'pass', 'return', 'sign', 'force', 'void'] as const
export type EditionDeed = (typeof editionDeeds)[number]

/** Where somebody stands towards an edition. */
export type EditionStanding = {
  readonly state: EditionState
  readonly chain: readonly ChainStep[]
  /** Which step of the chain it is at, while it is being signed. */
  readonly step: number
  /** Roles the caller holds in the very unit of its series. */
  readonly roles: readonly string[]
}

/** Null, or why `action` is not for this caller now: `role` (not theirs) or `state`. */
export function editionRefusal(
  action: EditionAction,
  { state, chain, step, roles }: EditionStanding,
): 'role' | 'state' | null {
  const { from, by }: EditionStep = editionFlow[action]
  const here = state === 'signing' ? chain[step] : undefined
  const last = step >= chain.length - 1
  if (action === 'edit' && state === 'signing')
    return here?.edits && roles.includes(here.role) ? null : roles.length ? 'state' : 'role'
  if (by === 'program') return 'role'
  if (by === 'editor' || by === 'signatory') {
    if (!roles.includes(by)) return 'role'
  } else if (here ? !roles.includes(here.role) : !chain.some(({ role }) => roles.includes(role)))
    return 'role'
  if (!from.includes(state)) return 'state'
  if (action === 'pass' && last) return 'state'
  if (action === 'sign' && !last) return 'state'
  return null
}

export function actionsOfEdition(standing: EditionStanding): EditionAction[] {
  return editionActions.filter(action => editionRefusal(action, standing) === null)
}

/** Nobody changes it any more. */
export const settledEditions: readonly EditionState[] = ['signed', 'issued', 'void']

/** Roles that see editions in the making, in their unit and below. */
export const editionReaders = ['editor', 'reviser', 'signatory'] as const
