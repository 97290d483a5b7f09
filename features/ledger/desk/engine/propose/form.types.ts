import type { ProposeFault, ProposeValues } from './propose.values.ts'

export type FieldsProps = {
  readonly values: ProposeValues
  /** Those that are told by now: nothing is told before the first attempt. */
  readonly faults: readonly ProposeFault[]
  readonly onChange: (change: Partial<ProposeValues>) => void
}
