import { type Migration, readMigrations } from '../db/index.ts'

export { type Actor, act, type Deed, type EntryDraft, noteRefusal } from './act.ts'

export const auditMigrations = (): Promise<Migration[]> =>
  readMigrations('audit', new URL('./migrations/', import.meta.url))
