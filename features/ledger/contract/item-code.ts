/** What people call an item by: the kind of its ledger and the number of its matter, ZG-12. */
import { type LedgerKind, ledgerKinds } from './ledger-rules.schema.ts'

const prefixes: Readonly<Record<LedgerKind, string>> = { work: 'GZ', rectification: 'ZG', service: 'BS' }

export const codeOfItem = (kind: LedgerKind, no: number): string => `${prefixes[kind]}-${no}`

/** The kind and number in a code as somebody types it; null when it is none. */
export function readItemCode(text: string): { kind: LedgerKind; no: number } | null {
  const [, prefix, digits] =
    /^([A-Z]{2})\s*[-–—－]?\s*(\d{1,9})$/.exec(text.normalize('NFKC').trim().toUpperCase()) ?? []
  const kind = ledgerKinds.find(each => prefixes[each] === prefix)
  return kind && digits ? { kind, no: Number(digits) } : null
}
