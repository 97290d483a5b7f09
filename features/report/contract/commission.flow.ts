/** 约稿: what becomes of a piece a desk asked of a unit, by hand and by the report that answers it. */

export const commissionStates = [
  /** 待交稿 */
  'open',
  /** 已交稿: a report for it left its unit */
  'delivered',
  /** 已完成: the desk took that report */
  'done',
  /** 逾期未交 */
  'missed',
  /** 已取消 */
  'cancelled',
] as const
export type CommissionState = (typeof commissionStates)[number]

/** Who asks, each for the unit they hold the post in. */
export const commissionAskers = ['editor', 'coordinator'] as const
/** Who answers. */
export const commissionAnswerers = ['reporter', 'unit-lead'] as const
export const commissionReaders = [...commissionAnswerers, ...commissionAskers, 'inspector'] as const

type Step = {
  readonly from: readonly CommissionState[]
  readonly to: CommissionState
  /** Left out: no person does it, it follows from a report or from the calendar. */
  readonly byHand?: true
  readonly reason?: true
}

const waiting = ['open', 'missed'] as const
export const commissionFlow = {
  /** A report for it leaves its unit. */
  deliver: { from: waiting, to: 'delivered' },
  /** That report is taken by the desk that asked, or by one above. */
  take: { from: ['delivered'], to: 'done' },
  /** That report goes back to its unit; after the due day it is missed instead. */
  recall: { from: ['delivered', 'done'], to: 'open' },
  /** The day is over. */
  miss: { from: ['open'], to: 'missed' },
  /** 改期; what was missed is open again */
  move: { from: waiting, to: 'open', byHand: true },
  cancel: { from: waiting, to: 'cancelled', byHand: true, reason: true },
} as const satisfies Record<string, Step>
export type CommissionStep = keyof typeof commissionFlow

export const commissionActions = ['answer', 'move', 'cancel'] as const
export type CommissionAction = (typeof commissionActions)[number]

/** Where somebody stands towards a commission: `asks` at its very desk, `answers` in its unit or above it. */
export type CommissionStanding = {
  readonly state: CommissionState
  readonly asks: boolean
  readonly answers: boolean
}

export function actionsOfCommission({ state, asks, answers }: CommissionStanding): CommissionAction[] {
  const open = (waiting as readonly CommissionState[]).includes(state)
  return commissionActions.filter(action => open && (action === 'answer' ? answers : asks))
}

/** The step a deed on the report that answers it means; null when it means nothing. */
export function stepOfDeed(deed: string): 'deliver' | 'take' | 'recall' | null {
  switch (deed) {
    case 'approve':
      return 'deliver'
    case 'accept':
    case 'adopt':
    case 'keep':
      return 'take'
    case 'withdraw':
    case 'return':
      return 'recall'
    default:
      return null
  }
}
