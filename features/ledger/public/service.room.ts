import type { SiteRoom } from '@jianbao/platform/html'
import { askPage } from './ask.page.ts'
import { findNeedPage, needPage } from './need.page.ts'
import type { ServicePages } from './service-pages.ts'

/** 为群众办实事 on the public site: what people ask for, what is being done, and what came of it. */
export function serviceRoom(pages: ServicePages): SiteRoom {
  return {
    nav: [{ path: '/services/ask', label: '办实事' }],
    pages: [askPage(pages), findNeedPage, needPage],
    feeds: [],
    feedLinks: [],
    addresses: async () => [{ path: '/services/ask', modifiedAt: null }],
  }
}
