/** What a work ledger is kept true to: the plan of a task, and what stands for one unit under it. */
import type { ItemState, LedgerRules, Milestone } from '../../../contract/index.ts'

export type PlanPeriod = {
  readonly no: number
  readonly name: string
  readonly fromDay: string
  readonly dueDay: string
}

export type Plan = {
  readonly taskId: string
  readonly ledgerId: string
  /** Null: nothing of the task is in the ledger yet. */
  readonly matterId: string | null
  readonly ledgerOpen: boolean
  readonly rules: LedgerRules
  readonly keeperId: string
  readonly title: string
  readonly basis: string
  /** What the task asks for. */
  readonly measure: string
  readonly leadId: string | null
  readonly needed: number
  /** Keys of activity types; none: any. */
  readonly types: readonly string[]
  readonly periods: readonly PlanPeriod[]
}

export type PlanReport = {
  readonly id: string
  readonly unitId: string
  readonly periodNo: number
  readonly type: string | null
  readonly title: string
  /** It has left its unit and was not handed back. */
  readonly stands: boolean
  /** A desk has taken it. */
  readonly accepted: boolean
  /** The day it was handed in; null: never. */
  readonly day: string | null
  /** When a desk first took it into its bulletin; null: no adoption stands. */
  readonly adoptedAt: string | null
}

export type PlanProof = { readonly unitId: string; readonly periodNo: number; readonly day: string }

export type KeptEvidence = {
  readonly id: string
  readonly itemId: string
  readonly reportId: string | null
  readonly stands: boolean
  readonly byProgram: boolean
  readonly withdrawnWhy: string | null
}

/** The columns of an item that the plan decides. */
export type KeptItem = {
  readonly id: string
  readonly unitId: string
  readonly keeperId: string
  readonly title: string
  readonly basis: string
  readonly leadId: string | null
  readonly startDay: string
  readonly dueDay: string
  readonly nearDay: string
  readonly milestones: readonly Milestone[]
  readonly milestoneDay: string | null
  readonly percent: number
  readonly fedBackDay: string | null
  readonly state: ItemState
}

export type ItemNow = KeptItem & {
  readonly reopened: number
  /** The last cancelling was the program's. */
  readonly cancelledByProgram: boolean
}

export type Pair = {
  readonly unitId: string
  /** The task binds the unit. */
  readonly bound: boolean
  readonly reports: readonly PlanReport[]
  readonly proofs: readonly PlanProof[]
  readonly item: ItemNow | null
  readonly evidence: readonly KeptEvidence[]
}

export type KeptStep = {
  readonly action: 'dispatch' | 'amend' | 'cancel' | 'progress' | 'prove'
  readonly words: string | null
  readonly details: object | null
}

/** What is to be written for a pair; null where nothing is. */
export type Kept = {
  readonly before: ItemNow | null
  readonly after: KeptItem
  /** Some column differs. */
  readonly changed: boolean
  readonly steps: readonly KeptStep[]
  /** Reports that are proof from now on. */
  readonly prove: readonly PlanReport[]
  /** Proof that belongs to another task or unit by now, and proof that came back from there. */
  readonly drop: readonly string[]
  readonly restore: readonly string[]
  /** It closes itself: what was asked for was adopted at this moment. */
  readonly concluded: string | null
}
