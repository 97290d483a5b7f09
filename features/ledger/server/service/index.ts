export {
  findPublicService,
  listPublicPlaces,
  listPublicServiceIds,
  listPublicServices,
  type PublicService,
  publicStates,
} from './item/find-public-services.ts'
export { askNeed } from './need/ask-need.ts'
export { findPublicNeed, type PublicNeed } from './need/find-public-need.ts'
export { makeFormToken, readFormToken } from './need/form-token.ts'
export { needRoutes } from './need/need.routes.ts'
export type { NeedServices } from './need/need.services.ts'
export { cleanLine, cleanText } from './need/need.words.ts'
export { numberOfForm, readNeedNumber } from './need/need-number.ts'
export { listNeedOffices } from './need/need-offices.ts'
export { needKindWords } from './need/need-words.ts'
export { needWork } from './need/need-work.ts'
export { type NeedLetters, openNeedLetters } from './need/open-need-letters.ts'
export {
  type NeedRecordDraft,
  recordNeed,
  recordService,
  type ServiceRecordDraft,
} from './record-services.ts'
export { type AskedService, answerService, findAsked } from './satisfaction/answer-service.ts'
export { serviceRoutes } from './service.routes.ts'
