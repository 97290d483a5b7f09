export { answerRoutes } from './answer.routes.ts'
export { askRoutes } from './ask.routes.ts'
export { serviceRoom } from './service.room.ts'
export type { ServicePages } from './service-pages.ts'
