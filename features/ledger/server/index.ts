import { type Migration, readMigrations } from '@jianbao/platform/db'
import {
  Coverage,
  CoverageItem,
  Entry,
  EntryPage,
  NeedPage,
  NeedRecord,
  NeedSummary,
  Reminder,
  RemindLine,
} from '../contract/index.ts'

export { ownTasksWork, silenceWork } from './matrix/list-work.ts'
export { type Ledger, openLedger } from './open-ledger.ts'
export { openReminders, type Reminders } from './remind/open-reminders.ts'
export { type NeedServices, needRoutes, needWork } from './service/index.ts'
export { statesOfUnit } from './states-of-unit.ts'

export const ledgerMigrations = (): Promise<Migration[]> =>
  readMigrations('ledger', new URL('./migrations/', import.meta.url))

/** Shapes that get a name in the API document. */
export const ledgerShapes = {
  Coverage,
  Entry,
  EntryPage,
  CoverageItem,
  NeedPage,
  NeedRecord,
  NeedSummary,
  RemindLine,
  Reminder,
}
