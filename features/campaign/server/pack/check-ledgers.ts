import { faultsOfLedgers } from '@jianbao/ledger/contract'
import type { Pack } from '../../contract/index.ts'
import type { Complain } from './pack.types.ts'

export function checkLedgers({ ledgers }: Pack, complain: Complain): void {
  for (const { code, at, value } of faultsOfLedgers(ledgers))
    complain('ledgers.yaml', ['ledgers', ...at], code, { value })
}
