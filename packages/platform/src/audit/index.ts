import { type Migration, readMigrations } from '../db/index.ts'

export { type Actor, act, type Deed, type EntryDraft, noteDeed, noteRefusal } from './act.ts'
export { Refusals } from './refusals.ts'

export const auditMigrations = (): Promise<Migration[]> =>
  readMigrations('audit', new URL('./migrations/', import.meta.url))
