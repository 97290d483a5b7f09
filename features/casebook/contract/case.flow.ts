/** A case (典型案例): marked by editors, approved by who signs for them, then open to everybody or not. */
export const caseStates = [
  /** 草稿: for those who keep cases */
  'draft',
  /** 已认定: for the units below too, and offered while composing */
  'approved',
  /** 已公开 */
  'public',
] as const
export type CaseState = (typeof caseStates)[number]

export type CaseRole = 'editor' | 'reviser' | 'signatory'
/** Who marks cases, words them, and sees drafts. */
export const caseKeepers = ['editor', 'reviser', 'signatory'] as const satisfies readonly CaseRole[]

type CaseStep = {
  readonly from: readonly CaseState[]
  /** Null: the state stays. */
  readonly to: CaseState | null
  readonly by: readonly CaseRole[]
}

const approvers = ['reviser', 'signatory'] as const
/** As with issues. */
const publishers = ['editor', 'signatory'] as const

export const caseFlow = {
  edit: { from: ['draft'], to: null, by: caseKeepers },
  /** 修订: what was approved is changed only by who may approve it. */
  amend: { from: ['approved', 'public'], to: null, by: approvers },
  approve: { from: ['draft'], to: 'approved', by: approvers },
  /** 退回草稿 */
  reopen: { from: ['approved'], to: 'draft', by: approvers },
  publish: { from: ['approved'], to: 'public', by: publishers },
  /** 撤下: no longer public; it stays approved. */
  withdraw: { from: ['public'], to: 'approved', by: publishers },
  remove: { from: ['draft'], to: null, by: caseKeepers },
} as const satisfies Record<string, CaseStep>

export type CaseAction = keyof typeof caseFlow
export const caseActions = Object.keys(caseFlow) as readonly CaseAction[]
export type CaseDeed = Exclude<CaseAction, 'edit' | 'amend' | 'remove'>
export const caseDeeds = ['approve', 'reopen', 'publish', 'withdraw'] as const satisfies readonly CaseDeed[]

/** The state after an action; null where the state does not allow it. */
export function caseAfter(action: CaseAction, state: CaseState): CaseState | null {
  const step: CaseStep = caseFlow[action]
  return step.from.includes(state) ? (step.to ?? state) : null
}

/** What may be done next by somebody who holds these roles where the case stands. */
export function actionsOfCase(state: CaseState, roles: readonly string[]): CaseAction[] {
  return caseActions.filter(action => {
    const step: CaseStep = caseFlow[action]
    return step.from.includes(state) && step.by.some(role => roles.includes(role))
  })
}
