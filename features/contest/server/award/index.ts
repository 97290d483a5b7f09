import { ContestAwards, LotteryDraw } from '../../contract/index.ts'

export { awardRoutes } from './award.routes.ts'
export type { AwardServices } from './award.services.ts'
export {
  type CertificateTypesetting,
  openCertificatePress,
} from './certificate/certificate-press.ts'
export { redrawPaper } from './paper-key.ts'
export { verifyResults } from './result/verify-results.ts'

/** Shapes that get a name in the API document. */
export const awardShapes = { ContestAwards, LotteryDraw }
