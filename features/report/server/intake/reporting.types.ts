import type { PackReporting } from '@jianbao/campaign/contract'
import type { UnitRegister } from '@jianbao/intake'

/** The unit a text is reported for, and those above it from the nearest up. */
export type ReportingUnit = {
  readonly id: string
  readonly name: string
  /** Short and former names. */
  readonly otherNames: readonly string[]
  readonly above: readonly Omit<ReportingUnit, 'above'>[]
}

/** What a text is read with. */
export type Reporting = {
  readonly unit: ReportingUnit
  /** Every name the reader of documents is to know. */
  readonly register: UnitRegister
  /** The unit of the tree that alone bears this name; null when none does, or several do. */
  readonly unitOf: (name: string) => string | null
  /** Types and measures of the campaign's pack; null without a campaign. */
  readonly reporting: Pick<PackReporting, 'types' | 'measures'> | null
  /** ISO day, in the offices' time. */
  readonly today: string
}
