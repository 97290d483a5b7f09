export { mountSite, type SiteOptions } from './mount-site.ts'
