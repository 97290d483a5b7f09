import { actOnItem, noteProgress, reopenItem } from './act-on-item.ts'
import { handItem } from './change-facts.ts'
import { decomposeItem } from './decompose-item.ts'
import { proveByReports } from './evidence.ts'
import { askExtension, decideExtension } from './extend-item.ts'

/** What people do with an item of a ledger, for who writes items without its pages: the demonstration. */
export const ledgerDesk = {
  act: actOnItem,
  noteProgress,
  hand: handItem,
  decompose: decomposeItem,
  prove: proveByReports,
  askExtension,
  decideExtension,
  reopen: reopenItem,
} as const
