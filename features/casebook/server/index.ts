import { type Migration, readMigrations } from '@jianbao/platform/db'
import { CasePage, CaseRecord, CaseSource, CaseSummary } from '../contract/index.ts'

export { type CaseServices, caseRoutes } from './case.routes.ts'
export { type CaseRecordDraft, recordCases } from './record-cases.ts'

export const casebookMigrations = (): Promise<Migration[]> =>
  readMigrations('casebook', new URL('./migrations/', import.meta.url))

/** Shapes that get a name in the API document. */
export const casebookShapes = { CasePage, CaseRecord, CaseSource, CaseSummary }
