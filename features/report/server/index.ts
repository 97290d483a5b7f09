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
import { adoptionRoutes } from './adoption/adoption.routes.ts'
import { commissionRoutes } from './commission/commission.routes.ts'
import { draftRoutes } from './draft/draft.routes.ts'
import { inboxRoutes } from './inbox/inbox.routes.ts'
import { type IntakeServices, intakeRoutes } from './intake/intake.routes.ts'
import { mineRoutes } from './mine/mine.routes.ts'
import { photoRoutes } from './photo/photo.routes.ts'
import type { PhotoServices } from './photo/photo.services.ts'
import { reportRoutes as coreRoutes } from './report.routes.ts'
import type { ReportServices } from './report.services.ts'

export { adoptionWork } from './adoption/list-work.ts'
export { type Printed, registerPrinted } from './adoption/register-printed.ts'
export { commissionWork } from './commission/list-work.ts'
export { type Commissions, openCommissions } from './commission/open-commissions.ts'
export { inboxWork } from './inbox/list-work.ts'
export { reportWork } from './list-work.ts'
export { layDownPhoto } from './photo/lay-down-photo.ts'
export { photoHeaders } from './photo/open-photo.ts'
export { type PhotoServices, photoServices } from './photo/photo.services.ts'
export { lockContent } from './photo/photo.store.ts'
export { receivePhoto } from './photo/receive-photo.ts'
export { type ReportRecord, recordReports, type StepRecord } from './record-reports.ts'

export const reportMigrations = (): Promise<Migration[]> =>
  readMigrations('report', new URL('./migrations/', import.meta.url))

export { manuscriptOf } from './intake/manuscript-of.ts'
export type { ManuscriptReader } from './intake/manuscript-reader.port.ts'
export { openProposer } from './intake/open-proposer.ts'

export const reportRoutes = (
  services: Omit<ReportServices, 'photos'> & IntakeServices & { readonly pictures: PhotoServices },
): Route[] => {
  const { pictures: photos } = services
  return [
    ...coreRoutes({ ...services, photos }),
    ...photoRoutes(photos),
    ...draftRoutes(services),
    ...mineRoutes(services),
    ...intakeRoutes(services),
    ...inboxRoutes(services),
    ...adoptionRoutes(services),
    ...commissionRoutes(services),
  ]
}

/** Shapes that get a name in the API document. */
export const reportShapes = { Adoption, Report, ReportDraft, ReportPage, ReportProposal, ReportSummary }
