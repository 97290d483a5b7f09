import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  Finding,
  FindingPage,
  Stop,
  Tour,
  TourPage,
  TourSummary,
  Visit,
  VisitPage,
} from '../contract/index.ts'
import { drawRoutes, drawShapes } from './draw/index.ts'
import { findingRoutes } from './finding/finding.routes.ts'
import type { InspectionServices } from './inspection.services.ts'
import { stopPhotoRoutes } from './photo/photo.routes.ts'
import { stopRoutes } from './stop/stop.routes.ts'
import { tourRoutes } from './tour/tour.routes.ts'
import { visitRoutes } from './visit/visit.routes.ts'

export { getDrawnUnits } from './draw/index.ts'
export { tourWork, visitWork } from './list-work.ts'
export { shownAtStop } from './photo/photo.store.ts'
export { recordTour, type TourRecord } from './record-tours.ts'

export const inspectionMigrations = (): Promise<Migration[]> =>
  readMigrations('inspection', new URL('./migrations/', import.meta.url))

export const inspectionRoutes = (services: InspectionServices): Route[] => [
  ...tourRoutes(services),
  ...stopRoutes(services),
  ...stopPhotoRoutes(services),
  ...findingRoutes(services),
  ...visitRoutes(services),
  ...drawRoutes(services),
]

/** Shapes that get a name in the API document. */
export const inspectionShapes = {
  ...drawShapes,
  Finding,
  FindingPage,
  Stop,
  Tour,
  TourPage,
  TourSummary,
  Visit,
  VisitPage,
}
