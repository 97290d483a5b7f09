import { type Migration, readMigrations } from '@jianbao/platform/db'
import { ContestFace, Paper, Progress, Question, Result, Standing } from '../contract/index.ts'
import { awardShapes } from './award/index.ts'
import { bankShapes } from './bank/index.ts'
import { setupShapes } from './setup/index.ts'

export {
  type AwardServices,
  type CertificateTypesetting,
  openCertificatePress,
  redrawPaper,
  verifyResults,
} from './award/index.ts'
export { questionsOfText, type Recording, recordBank, recordQuestions } from './bank/index.ts'
export type { IdentitySettings } from './identity/index.ts'
export { type Contest, type ContestServices, openContest } from './open-contest.ts'
export type { LiveContest } from './play/live-contest.ts'
export { type ContestRecording, contestPresets, contestWork, recordContest } from './setup/index.ts'

export const contestMigrations = (): Promise<Migration[]> =>
  readMigrations('contest', new URL('./migrations/', import.meta.url))

/** Shapes that get a name in the API document. */
export const contestShapes = {
  ContestFace,
  Paper,
  Progress,
  Question,
  Result,
  Standing,
  ...setupShapes,
  ...bankShapes,
  ...awardShapes,
}
