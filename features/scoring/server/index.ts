import { type Migration, readMigrations } from '@jianbao/platform/db'
import { CircularFigures, CircularPage, CircularRecord, CircularSummary } from '../contract/index.ts'

export { type CircularServices, circularRoutes } from './circular/circular.routes.ts'
export type { CircularTypesetting } from './circular/typesetting.port.ts'
export { openScoring, type Scoring } from './open-scoring.ts'

export const scoringMigrations = (): Promise<Migration[]> =>
  readMigrations('scoring', new URL('./migrations/', import.meta.url))

/** Shapes of circulars that get a name in the API document. */
export const circularShapes = { CircularFigures, CircularPage, CircularRecord, CircularSummary }
