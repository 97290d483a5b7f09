import type { RuleDetails, RuleKey } from '../catalogue/index.ts'
import type { ProofIssue } from '../issue.contract.ts'
import type { Passage } from '../passages.ts'
import type { Level } from '../register.contract.ts'
import type { RegisterIndex } from '../register-index.ts'

/** Everything a check may look at. */
export type Reading = {
  readonly issue: ProofIssue
  readonly passages: readonly Passage[]
  readonly register: RegisterIndex
}

/** Notes a finding of a rule at [start, end) of a passage. */
export type Report = <R extends RuleKey>(
  rule: R,
  passage: Passage,
  start: number,
  end: number,
  details: RuleDetails[R],
  more?: { mend?: string; level?: Level },
) => void

export type Check = (reading: Reading, report: Report) => void
