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
import { reportRoutes as coreRoutes } from './report.routes.ts'
import type { ReportServices } from './report.services.ts'

export const reportMigrations = (): Promise<Migration[]> =>
  readMigrations('report', new URL('./migrations/', import.meta.url))

export const reportRoutes = (services: ReportServices): Route[] => [...coreRoutes(services)]

/** Shapes that get a name in the API document. */
export const reportShapes = { Adoption, Report, ReportDraft, ReportPage, ReportProposal, ReportSummary }
