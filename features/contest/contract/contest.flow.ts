/** A contest from its setting up to the published result. */
export const contestStates = [
  /** 筹备 */
  'draft',
  /** 演练: played by staff and made-up players; what comes of it is wiped */
  'rehearsal',
  /** 开放: questions are frozen; played between its opening and its close */
  'open',
  /** 已结束: nothing begins any more; the result is reviewed */
  'closed',
  /** 已公示: the list of results can be checked by everybody */
  'published',
] as const
export type ContestState = (typeof contestStates)[number]

/** Who keeps contests and their questions. */
export const contestKeepers = ['coordinator', 'editor'] as const
export type ContestRole = (typeof contestKeepers)[number] | 'signatory'

type ContestStep = {
  readonly from: readonly ContestState[]
  /** Null: the state stays. */
  readonly to: ContestState | null
  readonly by: readonly ContestRole[]
}

export const contestFlow = {
  edit: { from: ['draft'], to: null, by: contestKeepers },
  /** 改时间、文字: what may change while people play */
  amend: { from: ['open'], to: null, by: contestKeepers },
  rehearse: { from: ['draft'], to: 'rehearsal', by: contestKeepers },
  /** 结束演练: wipes what was played */
  rewind: { from: ['rehearsal'], to: 'draft', by: contestKeepers },
  open: { from: ['draft'], to: 'open', by: ['coordinator', 'signatory'] },
  /** 提前结束, or by the program when its time has come */
  close: { from: ['open'], to: 'closed', by: ['coordinator', 'signatory'] },
  /** 撤下一题, recounts by rule */
  'withdraw-question': { from: ['open', 'closed'], to: null, by: contestKeepers },
  /** 异常答卷的处理 */
  review: { from: ['open', 'closed'], to: null, by: contestKeepers },
  publish: { from: ['closed'], to: 'published', by: ['coordinator', 'signatory'] },
  /** 撤下公示 */
  withdraw: { from: ['published'], to: 'closed', by: ['coordinator', 'signatory'] },
  remove: { from: ['draft'], to: null, by: contestKeepers },
} as const satisfies Record<string, ContestStep>

export type ContestAction = keyof typeof contestFlow
export const contestActions = Object.keys(contestFlow) as readonly ContestAction[]

/** The state after an action; null where the state does not allow it. */
export function contestAfter(action: ContestAction, state: ContestState): ContestState | null {
  const step: ContestStep = contestFlow[action]
  return step.from.includes(state) ? (step.to ?? state) : null
}

/** What may be done next by somebody who holds these roles where the contest stands. */
export function actionsOfContest(state: ContestState, roles: readonly string[]): ContestAction[] {
  return contestActions.filter(action => {
    const step: ContestStep = contestFlow[action]
    return step.from.includes(state) && step.by.some(role => roles.includes(role))
  })
}
