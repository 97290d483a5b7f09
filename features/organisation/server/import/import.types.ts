import type { SheetProblem } from '../../contract/index.ts'

export type RowKind = 'new' | 'changed' | 'unchanged'

/** What a row comes to: of a changed one the headings of the columns that change. */
export type RowOutcome = {
  readonly row: number
  readonly kind: RowKind
  readonly name: string
  readonly columns: readonly string[]
}

export type Checked<Plan> = {
  readonly problems: SheetProblem[]
  readonly outcomes: RowOutcome[]
  /** What is to be written; only to be trusted when there are no problems. */
  readonly plan: Plan
}
