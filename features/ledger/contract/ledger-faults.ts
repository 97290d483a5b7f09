/** What the shape of a ledger's rules does not say. */
import type { LedgerRules } from './ledger-rules.schema.ts'

export const ledgerFaults = {
  'ledger-work-twice': {
    zh: '工作台账（kind: work）只能有一本，每个任务、每个单位在其中各占一项',
    en: 'There is one ledger of kind work: it has an item for each task and unit',
  },
  'ledger-adopted-kind': {
    zh: '只有工作台账（kind: work）能按采用自动销号，“{value}”请写 closing: verified',
    en: 'Only a ledger of kind work closes by adoption; write closing: verified for "{value}"',
  },
  'ledger-points-order': {
    zh: '满意度分值应当由高到低（good、fair、poor），pass 不超过 good',
    en: 'Points fall from good over fair to poor, and pass is not above good',
  },
} as const
export type LedgerFault = {
  readonly code: keyof typeof ledgerFaults
  /** The way into the list: `[1, 'closing']`. */
  readonly at: readonly (string | number)[]
  readonly value: string
}

/** Everything wrong with rules that have the right shape; ids given twice are the pack's to check. */
export function faultsOfLedgers(ledgers: readonly LedgerRules[]): LedgerFault[] {
  const first = ledgers.findIndex(({ kind }) => kind === 'work')
  return ledgers.flatMap(({ kind, name: value, closing, satisfaction }, at) => {
    const faults: LedgerFault[] = []
    if (kind === 'work' && at !== first) faults.push({ code: 'ledger-work-twice', at: [at, 'kind'], value })
    if (kind !== 'work' && closing === 'adopted')
      faults.push({ code: 'ledger-adopted-kind', at: [at, 'closing'], value })
    if (satisfaction) {
      const { good, fair, poor, pass } = satisfaction
      if (good < fair || fair < poor || pass > good)
        faults.push({ code: 'ledger-points-order', at: [at, 'satisfaction'], value })
    }
    return faults
  })
}
