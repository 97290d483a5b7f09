import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  Adoption,
  Report,
  ReportDraft,
  ReportPage,
  ReportProposal,
  ReportSummary,
} from '../contract/index.ts'
import { type IntakeServices, intakeRoutes } from './intake/intake.routes.ts'
import { photoRoutes } from './photo/photo.routes.ts'
import { type PhotoRoom, photoServices } from './photo/photo.services.ts'
import { reportRoutes as coreRoutes } from './report.routes.ts'
import type { ReportServices } from './report.services.ts'

export { type ReportRecord, recordReports, type StepRecord } from './record-reports.ts'

export const reportMigrations = (): Promise<Migration[]> =>
  readMigrations('report', new URL('./migrations/', import.meta.url))

export { manuscriptOf } from './intake/manuscript-of.ts'
export type { ManuscriptReader } from './intake/manuscript-reader.port.ts'

export const reportRoutes = (
  services: Omit<ReportServices, 'photos'> & IntakeServices & PhotoRoom,
): Route[] => {
  const photos = photoServices(services)
  return [
    ...coreRoutes({ ...services, photos }),
    ...photoRoutes(photos),
    ...intakeRoutes(services),
  ]
}

/** Shapes that get a name in the API document. */
export const reportShapes = { Adoption, Report, ReportDraft, ReportPage, ReportProposal, ReportSummary }
