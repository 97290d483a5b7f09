import type { PackReminders } from '@jianbao/campaign/contract'
import type { Role } from '@jianbao/platform/access'
import type { RemindKind, RemindLine } from '../../contract/index.ts'

/** A period of a task of an open campaign. */
export type PeriodFact = {
  readonly campaignId: string
  readonly taskId: string
  readonly no: number
  readonly title: string
  readonly fromDay: string
  readonly dueDay: string
  readonly lockDay: string | null
}
/** A task of one unit with one letter for each of its periods: d and l are done, p is under way. */
export type ItemFact = { readonly taskId: string; readonly unitId: string; readonly states: string }
/** Reports of one place that wait since one day: for a signature in their unit, or on a desk. */
export type WaitingFact = {
  readonly campaignId: string | null
  readonly unitId: string
  readonly since: string
  readonly count: number
  readonly titles: readonly string[]
}
export type CommissionFact = {
  readonly campaignId: string | null
  readonly unitId: string
  readonly title: string
  readonly dueDay: string
  readonly missed: boolean
}
export type CommitmentFact = {
  readonly campaignId: string
  readonly unitId: string
  readonly name: string
  readonly untilDay: string
}
export type HolderFact = { readonly personId: string; readonly unitId: string; readonly role: Role }

/** All that decides who is told of what on a day. */
export type RemindFacts = {
  /** Of open campaigns; null: the pack wants no reminders. */
  readonly rules: ReadonlyMap<string, PackReminders | null>
  readonly periods: readonly PeriodFact[]
  readonly items: readonly ItemFact[]
  /** Units that may still report on a locked period, `task|no|unit`. */
  readonly openings: ReadonlySet<string>
  readonly reviews: readonly WaitingFact[]
  readonly desks: readonly WaitingFact[]
  readonly commissions: readonly CommissionFact[]
  readonly commitments: readonly CommitmentFact[]
  readonly holders: readonly HolderFact[]
  readonly unitNames: ReadonlyMap<string, string>
  /** What was reminded of by hand on this day, `task|no|unit`. */
  readonly reminded: ReadonlySet<string>
}

/** What made a line due today; it is what the record keeps. */
export type Cause = {
  readonly kind: RemindKind
  readonly unitId: string
  readonly campaignId: string | null
  readonly taskId: string | null
  readonly periodNo: number | null
}
export type PlannedLine = RemindLine & { readonly causes: readonly Cause[] }
export type Digest = {
  readonly personId: string
  /** Time of day, `09:00`. */
  readonly at: string
  readonly lines: readonly PlannedLine[]
}
export type RemindPlan = {
  readonly digests: readonly Digest[]
  /** Due today in units where nobody holds a post that is told. */
  readonly unreached: readonly Cause[]
}

export const cellKey = (taskId: string, periodNo: number, unitId: string): string =>
  `${taskId}|${periodNo}|${unitId}`
