/** A tour (巡回指导): planned, then under way, then done; or cancelled with a reason. */
export const tourStates = [
  /** 筹备中: nobody outside was told */
  'planned',
  /** 进行中 */
  'open',
  /** 已结束 */
  'done',
  /** 已取消 */
  'cancelled',
] as const
export type TourState = (typeof tourStates)[number]

/** Who plans tours, visits units and looks at what was found. */
export const inspectors = ['coordinator', 'inspector'] as const
/** Who hears, at the visited unit, that somebody comes and what was found. */
export const visitedRoles = ['unit-lead'] as const

type TourStep = { readonly from: readonly TourState[]; readonly to: TourState | null }

export const tourFlow = {
  edit: { from: ['planned', 'open'], to: null },
  open: { from: ['planned'], to: 'open' },
  finish: { from: ['open'], to: 'done' },
  reopen: { from: ['done'], to: 'open' },
  cancel: { from: ['planned', 'open'], to: 'cancelled' },
} as const satisfies Record<string, TourStep>

export type TourAction = keyof typeof tourFlow
export const tourActions = Object.keys(tourFlow) as readonly TourAction[]
export const tourDeeds = ['open', 'finish', 'reopen'] as const satisfies readonly TourAction[]

/** The state after an action; null where the state does not allow it. */
export function tourAfter(action: TourAction, state: TourState): TourState | null {
  const step: TourStep = tourFlow[action]
  return step.from.includes(state) ? (step.to ?? state) : null
}

/** What may be done with a tour by somebody; whoever plans does all of it. */
export function actionsOfTour(state: TourState, plans: boolean): TourAction[] {
  return plans ? tourActions.filter(action => tourAfter(action, state) !== null) : []
}

/** A stop (站点). */
export const stopStates = ['planned', 'under-way', 'done'] as const
export type StopState = (typeof stopStates)[number]
export const stopActions = [
  /** answers, findings, interviews and photos */
  'write',
  /** 检查结束 */
  'finish',
  'reopen',
  /** to another day, or away */
  'plan',
] as const
export type StopAction = (typeof stopActions)[number]

export type Standing = {
  /** Holds a post of an inspector where the tour belongs, or above. */
  readonly plans: boolean
  readonly onTeam: boolean
  readonly leads: boolean
}

/** What may be done at a stop; the team works there while the tour is under way. */
export function actionsOfStop(stop: StopState, tour: TourState, standing: Standing): StopAction[] {
  const { plans, onTeam, leads } = standing
  const live = tour === 'open'
  const may: Record<StopAction, boolean> = {
    write: live && onTeam && stop !== 'done',
    finish: live && onTeam && stop !== 'done',
    reopen: live && stop === 'done' && (leads || plans),
    plan: plans && (live || tour === 'planned') && stop !== 'done',
  }
  return stopActions.filter(action => may[action])
}

/** A finding (问题): written at the stop, confirmed, then raised into a ledger; or dismissed. */
export const findingStates = ['open', 'confirmed', 'raised', 'dismissed'] as const
export type FindingState = (typeof findingStates)[number]
type FindingStep = { readonly from: readonly FindingState[]; readonly to: FindingState }
export const findingFlow = {
  confirm: { from: ['open', 'dismissed'], to: 'confirmed' },
  dismiss: { from: ['open', 'confirmed'], to: 'dismissed' },
  /** 生成整改事项; confirms what was not yet. */
  raise: { from: ['open', 'confirmed'], to: 'raised' },
} as const satisfies Record<string, FindingStep>
export type FindingAction = keyof typeof findingFlow
export const findingActions = Object.keys(findingFlow) as readonly FindingAction[]

export function findingAfter(action: FindingAction, state: FindingState): FindingState | null {
  const step: FindingStep = findingFlow[action]
  return step.from.includes(state) ? step.to : null
}

/** Planners and the leader of the team settle findings; into a ledger only planners bring them. */
export function actionsOfFinding(state: FindingState, { plans, leads }: Standing): FindingAction[] {
  return findingActions.filter(
    action => findingAfter(action, state) !== null && (plans || (leads && action !== 'raise')),
  )
}
