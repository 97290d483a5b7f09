import type { Route } from '@jianbao/platform/http'
import { Bank, BankImport, BankPage, NearFound, NearPairs, QuestionPage } from '../../contract/index.ts'
import { bankRoutes } from './bank.routes.ts'
import type { BankServices } from './bank.services.ts'
import { bankFileRoutes } from './file.routes.ts'
import { questionRoutes } from './question.routes.ts'

export type { BankServices } from './bank.services.ts'
export { countKinds } from './count-kinds.ts'
export { questionsOfText } from './read-question-lines.ts'
export { recordBank } from './record-bank.ts'
export { type Recording, recordQuestions } from './record-questions.ts'

/** Everything under /api/question-banks and /api/questions. */
export const bankRoomRoutes = (services: BankServices): Route[] => [
  ...bankFileRoutes(services),
  ...bankRoutes(services),
  ...questionRoutes(services),
]

/** Shapes that get a name in the API document. */
export const bankShapes = { Bank, BankImport, BankPage, NearFound, NearPairs, QuestionPage }
