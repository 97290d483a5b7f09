/** What an item of a work ledger has to be, from the plan of its task and what its unit handed in. */
import { type ItemState, type Milestone, openStates, stateAfter } from '../../../contract/index.ts'
import type { ItemNow, Kept, KeptItem, KeptStep, Pair, Plan, PlanReport } from './keep.types.ts'

const unboundWords = '单位已不在这项任务的范围内。'
const boundAgainWords = '单位重新列入这项任务。'
const planWords = '工作方案有改动。'

const isOpen = (state: ItemState): boolean => (openStates as readonly ItemState[]).includes(state)

const earlier = (a: string, b: string): string => [a, b].sort()[0]!

export type PlanDays = { readonly startDay: string; readonly dueDay: string }

/** From the first day of the first period to the last deadline. */
export function daysOf({ periods }: Pick<Plan, 'periods'>): PlanDays | null {
  if (!periods.length) return null
  const dueDay = periods
    .map(period => period.dueDay)
    .sort()
    .at(-1)!
  const startDay = periods.map(period => period.fromDay).sort()[0]!
  return { startDay: earlier(startDay, dueDay), dueDay }
}

function countsFor({ types }: Plan, report: PlanReport): boolean {
  return types.length === 0 || (report.type !== null && types.includes(report.type))
}

/** The day on which a period had what the task needs; null: not yet. As letters of coverage are told. */
function doneDay(
  plan: Plan,
  pair: Pair,
  periodNo: number,
  counted: (report: PlanReport) => boolean,
): string | null {
  const days = [
    ...pair.reports
      .filter(report => report.periodNo === periodNo && countsFor(plan, report) && counted(report))
      .map(({ day }) => day),
    ...pair.proofs.filter(proof => proof.periodNo === periodNo).map(({ day }) => day),
  ].filter(day => day !== null)
  return days.sort()[plan.needed - 1] ?? null
}

export function milestonesOf(plan: Plan, pair: Pair): Milestone[] {
  return plan.periods.map(({ no, name, dueDay: day }) => ({
    ...{ no, name, day },
    done: doneDay(plan, pair, no, ({ accepted }) => accepted),
  }))
}

/** The day on which the unit had handed in all that is asked of it: from then on the desks alone are waited for. */
export function handedInDay(plan: Plan, pair: Pair): string | null {
  const days = plan.periods.map(({ no }) => doneDay(plan, pair, no, ({ stands }) => stands))
  return days.length && !days.includes(null) ? (days as string[]).sort().at(-1)! : null
}

/** When the last report that was wanted had been adopted; null: not yet. */
export function concludedAt(plan: Plan, pair: Pair): string | null {
  const moments = plan.periods.map(({ no }) =>
    pair.reports
      .filter(report => report.periodNo === no && report.stands && countsFor(plan, report))
      .map(({ adoptedAt }) => adoptedAt)
      .filter(at => at !== null)
      .sort()
      .at(plan.needed - 1),
  )
  if (!moments.length || moments.includes(undefined)) return null
  return (moments as string[]).sort().at(-1)!
}

type Reckoned = {
  readonly plan: Plan
  readonly pair: Pair
  readonly days: PlanDays
  readonly nearDayOf: (dueDay: string) => string
}

const wordsOf = ({ keeperId, title, basis, leadId }: Plan) => ({ keeperId, title, basis, leadId })

/** Its days, milestones and words; a deadline somebody moved by hand stays until the plan's own moves. */
function columnsOf({ plan, pair, days, nearDayOf }: Reckoned): Omit<KeptItem, 'id' | 'state'> {
  const { item } = pair
  const planned = item?.milestones
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const dueDay = item && planned === days.dueDay ? item.dueDay : days.dueDay
  const milestones = milestonesOf(plan, pair)
  const done = milestones.filter(milestone => milestone.done !== null).length
  // The last milestone is the deadline itself: behind it the item is red, or was given more time.
  const ahead = milestones.filter(milestone => milestone.done === null && milestone.day < days.dueDay)
  return {
    unitId: pair.unitId,
    ...wordsOf(plan),
    startDay: earlier(days.startDay, dueDay),
    dueDay,
    nearDay: nearDayOf(dueDay),
    milestones,
    milestoneDay: ahead.map(({ day }) => day).sort()[0] ?? null,
    percent: Math.round((100 * done) / milestones.length),
    fedBackDay: item?.state === 'feedback' ? item.fedBackDay : handedInDay(plan, pair),
  }
}

/** What of the plan somebody would call a change of the item. */
function amended(before: ItemNow, after: KeptItem): KeptStep[] {
  const fields = (['title', 'basis', 'startDay', 'dueDay', 'leadId', 'keeperId'] as const).filter(
    field => before[field] !== after[field],
  )
  const names = ({ milestones }: Pick<KeptItem, 'milestones'>) =>
    JSON.stringify(milestones.map(({ no, name, day }) => [no, name, day]))
  const all = [...fields, ...(names(before) === names(after) ? [] : ['milestones'])]
  if (!all.length) return []
  const moved = before.dueDay === after.dueDay ? {} : { from: before.dueDay, to: after.dueDay }
  return [{ action: 'amend', words: planWords, details: { fields: all, ...moved } }]
}

function progressed(before: ItemNow | null, after: KeptItem): KeptStep[] {
  const was = new Set(before?.milestones.filter(({ done }) => done !== null).map(({ no }) => no))
  const reached = after.milestones.filter(({ no, done }) => done !== null && !was.has(no)).map(({ no }) => no)
  if (!reached.length) return []
  return [{ action: 'progress', words: null, details: { percent: after.percent, reached } }]
}

/** Reports that stand are proof; what was moved to another task or unit is none here. Taken back by hand stays so. */
function proofOf({ reports, evidence }: Pair): Pick<Kept, 'prove' | 'drop' | 'restore'> {
  const own = new Map(reports.map(report => [report.id, report]))
  const named = new Set(evidence.map(({ reportId }) => reportId))
  const ours = evidence.filter(({ byProgram }) => byProgram)
  const elsewhere = ({ reportId }: { reportId: string | null }) => reportId === null || !own.has(reportId)
  const standing = new Set(evidence.filter(({ stands }) => stands).map(({ reportId }) => reportId))
  return {
    prove: reports.filter(({ id, stands }) => stands && !named.has(id)),
    drop: ours
      .filter(each => elsewhere(each) && (each.stands || each.withdrawnWhy === 'report'))
      .map(({ id }) => id),
    restore: ours
      .filter(({ reportId, withdrawnWhy }) => withdrawnWhy === 'task' && !standing.has(reportId))
      .filter(({ reportId }) => own.get(reportId ?? '')?.stands)
      .map(({ id }) => id),
  }
}

const nothing = { prove: [], drop: [], restore: [], concluded: null } as const

/**
 * What becomes of a pair: an item is born, follows the plan, is cancelled with the binding and comes back with it, and
 * closes itself. What is closed, or was cancelled by a person, is left as it is; what a person opened again closes by hand.
 */
export function keepPair(wish: Omit<Reckoned, 'days'> & { readonly freshId: () => string }): Kept | null {
  const { plan, pair, freshId } = wish
  const { item, bound } = pair
  const days = daysOf(plan)
  if (!item) {
    if (!bound || !days || !plan.ledgerOpen) return null
    const state = stateAfter('dispatch', 'ready', plan.rules)
    const after = { ...columnsOf({ ...wish, days }), id: freshId(), state }
    const steps: KeptStep[] = [{ action: 'dispatch', words: null, details: null }]
    return finished(plan, pair, { before: null, after, steps: [...steps, ...progressed(null, after)] })
  }
  if (item.state === 'closed' || item.state === 'settled') return null
  if (!bound) {
    if (item.state === 'cancelled') return null
    const after: KeptItem = { ...item, state: 'cancelled' }
    const steps: KeptStep[] = [{ action: 'cancel', words: unboundWords, details: null }]
    return { ...nothing, before: item, after, changed: true, steps }
  }
  if (item.state === 'cancelled' && !item.cancelledByProgram) return null
  const again = item.state === 'cancelled'
  const state = again ? 'doing' : item.state
  // A plan that lost its periods gives no days; those there were stay.
  const after: KeptItem = {
    ...(days ? columnsOf({ ...wish, days }) : { ...item, ...wordsOf(plan) }),
    ...{ id: item.id, state },
  }
  const steps: KeptStep[] = [
    ...(again ? [{ action: 'dispatch', words: boundAgainWords, details: null } as const] : []),
    ...amended(item, after),
    ...progressed(item, after),
  ]
  return finished(plan, pair, { before: item, after, steps })
}

function finished(
  plan: Plan,
  pair: Pair,
  { before, after, steps }: Pick<Kept, 'before' | 'after' | 'steps'>,
): Kept | null {
  const proof = proofOf(pair)
  const gone = new Set(proof.drop)
  const standing =
    proof.prove.length +
    proof.restore.length +
    pair.evidence.filter(({ id, stands }) => stands && !gone.has(id)).length
  const closes =
    plan.rules.closing === 'adopted' && isOpen(after.state) && (before?.reopened ?? 0) === 0 && standing > 0
  const concluded = closes ? concludedAt(plan, pair) : null
  const changed = before === null || differs(before, after)
  const proved: KeptStep[] = proof.prove.length
    ? [{ action: 'prove', words: null, details: { reports: proof.prove.map(({ title }) => title) } }]
    : []
  if (!changed && !proved.length && !proof.drop.length && !proof.restore.length && !concluded) return null
  return { before, after, changed, steps: [...steps, ...proved], ...proof, concluded }
}

const columns = [
  'keeperId',
  'title',
  'basis',
  'leadId',
  'startDay',
  'dueDay',
  'nearDay',
  'milestoneDay',
  'percent',
  'fedBackDay',
  'state',
] as const satisfies readonly (keyof KeptItem)[]

function differs(before: KeptItem, after: KeptItem): boolean {
  const told = ({ milestones }: KeptItem) =>
    JSON.stringify(milestones.map(({ no, name, day, done }) => [no, name, day, done]))
  return columns.some(column => before[column] !== after[column]) || told(before) !== told(after)
}
