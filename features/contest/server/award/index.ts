import { ContestAwards, LotteryDraw } from '../../contract/index.ts'

export { awardRoutes } from './award.routes.ts'
export type { AwardServices } from './award.services.ts'
export {
  type CertificatePress,
  type CertificateTypesetting,
  openCertificatePress,
} from './certificate/certificate-press.ts'
export { type RedrawnPaper, redrawPaper } from './paper-key.ts'
export { type VerifiedResults, verifyResults } from './result/verify-results.ts'

/** Shapes that get a name in the API document. */
export const awardShapes = { ContestAwards, LotteryDraw }
