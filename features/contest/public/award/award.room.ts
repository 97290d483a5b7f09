import type { SiteRoom } from '@jianbao/platform/html'
import { certificatePage, checkPage } from './certificate.page.ts'
import { drawListPage, drawPage } from './draws.page.ts'
import { ownLinePage } from './own-line.page.ts'
import { resultsPage } from './results.page.ts'

/** 证书, 公示, 抽奖 on the public site; what is on stands with the contests themselves. */
export const awardRoom: SiteRoom = {
  nav: [],
  styles: new URL('./award.css', import.meta.url),
  pages: [certificatePage, checkPage, ownLinePage, resultsPage, drawListPage, drawPage],
  feeds: [],
  feedLinks: [],
  addresses: async () => [],
}
