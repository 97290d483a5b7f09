export { bulletinRoom } from './bulletin.room.ts'
export type { BulletinPagesServices, PublicHits, PublicSearch } from './public.services.ts'
export { publicBulletinRoutes } from './public-file.routes.ts'
