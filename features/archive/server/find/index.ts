import { type Migration, readMigrations } from '@jianbao/platform/db'

export { backfillFacts } from './backfill-facts.ts'
export { findRoutes } from './find.routes.ts'
export { type RecordedIssue, recordFacts } from './record-facts.ts'

/** Tables of facts and search; they point at the tables of the archive and of the bulletin room. */
export const findMigrations = (): Promise<Migration[]> =>
  readMigrations('find', new URL('./migrations/', import.meta.url))
