import { type Migration, readMigrations } from '@jianbao/platform/db'
import {
  Coverage,
  CoverageItem,
  Entry,
  EntryPage,
  ItemPage,
  LedgerItem,
  LedgerItemRow,
  LedgerSummary,
  NeedPage,
  NeedRecord,
  NeedSummary,
  Reminder,
  RemindLine,
  ServicePage,
  ServiceRecord,
} from '../contract/index.ts'

export {
  type LedgerRow,
  type MatterWish,
  proposeMatter,
  takeLedger,
  unitsOf,
} from './engine/create-matter.ts'
export { getItemRow } from './engine/item.store.ts'
export { ledgerDesk } from './engine/ledger-desk.ts'
export { itemsWhere } from './engine/list/items-where.ts'
export { isOpen, lightOf } from './engine/list/light-of.ts'
export { checkedItemsWork, keptItemsWork, ownItemsWork } from './engine/list-work.ts'
export { noteOnItem } from './engine/note-step.ts'
export type { ItemAsker } from './engine/take-step.ts'
export { ownTasksWork, silenceWork } from './matrix/list-work.ts'
export { type Ledger, openLedger } from './open-ledger.ts'
export { openReminders, type Reminders } from './remind/open-reminders.ts'
export {
  type NeedLetters,
  type NeedRecordDraft,
  type NeedServices,
  needRoutes,
  needWork,
  openNeedLetters,
  recordNeed,
  recordService,
  type ServiceRecordDraft,
  serviceRoutes,
} from './service/index.ts'
export { statesOfUnit } from './states-of-unit.ts'

export const ledgerMigrations = (): Promise<Migration[]> =>
  readMigrations('ledger', new URL('./migrations/', import.meta.url))

/** Shapes that get a name in the API document. */
export const ledgerShapes = {
  Coverage,
  Entry,
  EntryPage,
  CoverageItem,
  ItemPage,
  LedgerItem,
  LedgerItemRow,
  LedgerSummary,
  NeedPage,
  NeedRecord,
  NeedSummary,
  ServicePage,
  ServiceRecord,
  RemindLine,
  Reminder,
}
