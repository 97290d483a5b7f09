export { apiDocument } from './api-document.ts'
export { checkRoutes, IncompleteRoute } from './check-routes.ts'
export { attachment } from './content-disposition.ts'
export { mountRoutes, type RouteServices } from './mount-routes.ts'
export { mountSignIn } from './mount-sign-in.ts'
export { type FastLane, openFastLane } from './open-fast-lane.ts'
export { type HttpOptions, openHttp } from './open-http.ts'
export { answerProblem, languageOf, ProblemAnswer, type ProblemPage, toProblem } from './problem-answer.ts'
export { mountReference } from './reference-page.ts'
export {
  type Answer,
  defineRoute,
  type FileAnswer,
  isFileAnswer,
  type Method,
  type Route,
  type RouteContext,
  type RouteDeclaration,
  type RouteSchema,
} from './route.ts'
export { label, receiveUpload, type Upload } from './upload.ts'
