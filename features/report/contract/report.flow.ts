/** What may be done with a report: from which state, to which, by whose post, and where they must stand. */
export const reportStates = [
  /** 草稿 */
  'draft',
  /** 待单位审签 */
  'review',
  /** 已报送: on the desk `deskId`, nobody has taken it up */
  'submitted',
  /** 已受理 */
  'accepted',
  /** 已采用 */
  'adopted',
  /** 留存 */
  'kept',
  /** 退回修改 */
  'returned',
  /** 已撤回 */
  'withdrawn',
] as const
export type ReportState = (typeof reportStates)[number]

/** `unit`: in the reporting unit or above it; `desk`: at the very desk it lies on. */
export type ReportPlace = 'unit' | 'desk'

type ReportStep = {
  readonly from: readonly ReportState[]
  /** Null: the state stays. */
  readonly to: ReportState | null
  readonly by: readonly ('reporter' | 'unit-lead' | 'editor')[]
  readonly at: ReportPlace
  /** It is not done without a reason in words. */
  readonly reason?: true
  /** Only while the desk has another one above it. */
  readonly upward?: true
  /** Only until a desk took it up. */
  readonly untaken?: true
}

const writers = ['reporter', 'unit-lead'] as const
const leads = ['unit-lead'] as const
const editors = ['editor'] as const
/** In the hands of its unit. */
const open = ['draft', 'returned', 'withdrawn'] as const

export const reportFlow = {
  edit: { from: open, to: null, by: writers, at: 'unit' },
  /** To the unit lead; what the lead sends goes on to the desk at once. */
  send: { from: open, to: 'review', by: writers, at: 'unit' },
  /** 审签报出 */
  approve: { from: ['review', ...open], to: 'submitted', by: leads, at: 'unit' },
  /** 退回修改, by the unit lead */
  decline: { from: ['review'], to: 'returned', by: leads, at: 'unit', reason: true },
  withdraw: { from: ['review', 'submitted'], to: 'withdrawn', by: writers, at: 'unit', untaken: true },
  /** Only what never left the unit. */
  remove: { from: ['draft'], to: null, by: writers, at: 'unit' },
  accept: { from: ['submitted'], to: 'accepted', by: editors, at: 'desk' },
  /** 上报, to the next desk above */
  forward: {
    from: ['submitted', 'accepted', 'adopted', 'kept'],
    to: 'submitted',
    by: editors,
    at: 'desk',
    upward: true,
  },
  adopt: { from: ['submitted', 'accepted', 'kept'], to: 'adopted', by: editors, at: 'desk' },
  keep: { from: ['submitted', 'accepted'], to: 'kept', by: editors, at: 'desk' },
  return: { from: ['submitted', 'accepted'], to: 'returned', by: editors, at: 'desk', reason: true },
  /** 取消留存 */
  reopen: { from: ['kept'], to: 'accepted', by: editors, at: 'desk' },
  /** Takes an adoption back. */
  revoke: { from: ['adopted'], to: 'accepted', by: editors, at: 'desk', reason: true },
  /** 更正数据: a figure turned out to be wrong; the unit need not write the report again. */
  correct: { from: ['accepted', 'adopted', 'kept'], to: null, by: editors, at: 'desk', reason: true },
} as const satisfies Record<string, ReportStep>

export const reportActions = Object.keys(reportFlow) as readonly ReportAction[]
export type ReportAction = keyof typeof reportFlow
/** Everything that moves it: editing saves a form whole, correcting changes figures where it lies. */
export type ReportDeed = Exclude<ReportAction, 'edit' | 'correct'>

/** Where somebody stands towards a report. */
export type ReportStanding = {
  readonly state: ReportState
  /** Roles the caller holds in the reporting unit or above it. */
  readonly inUnit: readonly string[]
  /** Roles the caller holds in the very unit whose desk it lies on. */
  readonly atDesk: readonly string[]
  /** The desk it lies on has another above it. */
  readonly deskAbove: boolean
  /** A desk took it up, be it the one that handed it on. */
  readonly taken: boolean
}

/** Null, or why `action` is not for this caller now: `role` (not theirs), `state`, or `top` (no desk above). */
export function reportRefusal(
  action: ReportAction,
  { state, inUnit, atDesk, deskAbove, taken }: ReportStanding,
): 'role' | 'state' | 'top' | null {
  const step: ReportStep = reportFlow[action]
  const held = step.at === 'unit' ? inUnit : atDesk
  if (!step.by.some(role => held.includes(role))) return 'role'
  if (!step.from.includes(state) || (step.untaken && taken)) return 'state'
  if (step.upward && !deskAbove) return 'top'
  return null
}

export function actionsOfReport(standing: ReportStanding): ReportAction[] {
  return reportActions.filter(action => reportRefusal(action, standing) === null)
}

/** States in which the unit alone has it: before it left for the first time nobody above sees it. */
export const statesInUnit: readonly ReportState[] = ['draft', 'review', 'returned', 'withdrawn']
