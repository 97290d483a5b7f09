import type { SiteRoom } from '@jianbao/platform/html'

export { awardRoom } from './award/award.room.ts'
export { awardPageRoutes } from './award/award-pages.routes.ts'
export { renderPlayPage } from './play.page.ts'
export { type PlayAssets, readPlayAssets } from './play-assets.ts'

/** 知识竞赛 on the public site: what is on, rankings, results. The player itself stands at /play/<slug>. */
export const contestRoom: SiteRoom = {
  nav: [],
  pages: [],
  feeds: [],
  feedLinks: [],
  addresses: async () => [],
}
