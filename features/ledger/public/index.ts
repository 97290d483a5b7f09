export { askRoutes } from './ask.routes.ts'
export { serviceRoom } from './service.room.ts'
export type { ServicePages } from './service-pages.ts'
