export { type BulletinPagesServices, bulletinPages, publicBulletinRoutes } from './bulletin.pages.ts'
