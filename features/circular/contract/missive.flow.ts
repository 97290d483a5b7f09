/** An official document of the ledger (公文) on its way: drafted, put to the signatory, issued, perhaps recalled. */
export const missiveKinds = [
  /** 督办单: to one unit, about its items, with an answer by a day */
  'supervision',
  /** 通报: to all units below, with who is behind */
  'circular',
  /** 提醒函: the gentle one, before the deadline */
  'reminder',
] as const
export type MissiveKind = (typeof missiveKinds)[number]

export const missiveStates = ['draft', 'waiting', 'issued', 'recalled'] as const
export type MissiveState = (typeof missiveStates)[number]

type Step = {
  readonly from: readonly MissiveState[]
  readonly to: MissiveState | null
  /** Who takes it, in the very unit that issues. */
  readonly by: 'drafter' | 'signer'
  readonly reason?: true
}

/** `to` null: the state stays, or the draft is gone. */
export const missiveFlow = {
  edit: { from: ['draft'], to: null, by: 'drafter' },
  refresh: { from: ['draft'], to: null, by: 'drafter' },
  remove: { from: ['draft'], to: null, by: 'drafter' },
  submit: { from: ['draft'], to: 'waiting', by: 'drafter' },
  withdraw: { from: ['waiting'], to: 'draft', by: 'drafter' },
  return: { from: ['waiting'], to: 'draft', by: 'signer', reason: true },
  issue: { from: ['waiting'], to: 'issued', by: 'signer' },
  recall: { from: ['issued'], to: 'recalled', by: 'signer', reason: true },
} as const satisfies Record<string, Step>
export type MissiveAction = keyof typeof missiveFlow
export const missiveActions = Object.keys(missiveFlow) as MissiveAction[]

/** What somebody is to a document, in the unit that issues it. */
export type MissiveStanding = { readonly drafter: boolean; readonly signer: boolean }

export function actionsOfMissive(state: MissiveState, standing: MissiveStanding): MissiveAction[] {
  return missiveActions.filter(
    action =>
      (missiveFlow[action].from as readonly MissiveState[]).includes(state) &&
      standing[missiveFlow[action].by],
  )
}

/** Who drafts: the coordinator; an inspector too what follows from an inspection. */
export const draftingRoles = {
  supervision: ['coordinator', 'inspector'],
  circular: ['coordinator'],
  reminder: ['coordinator'],
} as const satisfies Record<MissiveKind, readonly string[]>
export const missiveDrafters = ['coordinator', 'inspector'] as const
/** The lead of a unit issues where it has no signatory. */
export const missiveSigners = ['signatory', 'unit-lead'] as const
export const missiveReaders = ['coordinator', 'inspector', 'signatory', 'unit-lead'] as const
