import { type Migration, readMigrations } from '@jianbao/platform/db'

export { backfillFacts } from './backfill-facts.ts'
export { findRoutes } from './find.routes.ts'
export { recordFacts } from './record-facts.ts'
export type { RecordedEvent, RecordedIssue } from './recorded.types.ts'
export { recordedIssues } from './recorded-issues.ts'

/** Tables of facts and search; they point at the tables of the archive and of the bulletin room. */
export const findMigrations = (): Promise<Migration[]> =>
  readMigrations('find', new URL('./migrations/', import.meta.url))
