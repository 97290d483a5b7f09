import type { SiteRoom } from '@jianbao/platform/html'
import { listPublicServiceIds } from '../server/service/index.ts'
import { answerPage } from './answer.page.ts'
import { askPage } from './ask.page.ts'
import { findNeedPage, needPage } from './need.page.ts'
import { servicePage } from './service.page.ts'
import { serviceFeed, serviceListPage } from './service-list.page.ts'
import type { ServicePages } from './service-pages.ts'

/** 为群众办实事 on the public site: what people ask for, what is being done, and what came of it. */
export function serviceRoom(pages: ServicePages): SiteRoom {
  return {
    nav: [{ path: '/services', label: '办实事' }],
    styles: new URL('./services.css', import.meta.url),
    pages: [
      serviceListPage(pages),
      askPage(pages),
      findNeedPage,
      needPage,
      answerPage(pages),
      servicePage(pages),
    ],
    feeds: [serviceFeed(pages)],
    feedLinks: [],
    addresses: async read => [
      { path: '/services', modifiedAt: null },
      { path: '/services/ask', modifiedAt: null },
      ...(await read(listPublicServiceIds)).map(({ id, updatedAt }) => ({
        path: `/services/${id}`,
        modifiedAt: updatedAt,
      })),
    ],
  }
}
