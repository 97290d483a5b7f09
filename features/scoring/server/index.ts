import { type Migration, readMigrations } from '@jianbao/platform/db'

export { openScoring, type Scoring } from './open-scoring.ts'

export const scoringMigrations = (): Promise<Migration[]> =>
  readMigrations('scoring', new URL('./migrations/', import.meta.url))
