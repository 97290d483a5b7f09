/** The bulletins on the public site: only what has been published, for anyone, without script. */
import type { SiteAddress, SiteRoom } from '@jianbao/platform/html'
import { countAddressParts, listAddresses } from '../server/published/index.ts'
import { articlePage } from './article.page.ts'
import { feeds, siteFeeds } from './feed.pages.ts'
import { homePage } from './home.page.ts'
import { issuePage } from './issue.page.ts'
import { issueListPage } from './issue-list.page.ts'
import type { BulletinPagesServices } from './public.services.ts'
import { searchPage } from './search.page.ts'

export function bulletinRoom(services: BulletinPagesServices): SiteRoom {
  return {
    nav: [
      { path: '/issues', label: '全部简报' },
      { path: '/search', label: '检索' },
    ],
    pages: [
      homePage(services),
      issueListPage,
      issuePage(services),
      articlePage(services),
      searchPage(services),
    ],
    feeds,
    feedLinks: siteFeeds,
    addressParts: read => read(tx => countAddressParts(tx)),
    addresses: async (read, part) => {
      const issues = await read(tx => listAddresses(tx, part))
      const list = part === 1 ? [{ path: '/issues', modifiedAt: null }] : []
      return [...list, ...issues.flatMap(addressesOf)]
    },
  }
}

function addressesOf({
  id,
  changedAt,
  articleIds,
}: Awaited<ReturnType<typeof listAddresses>>[number]): SiteAddress[] {
  const path = `/issues/${id}`
  return [
    { path, modifiedAt: changedAt },
    ...articleIds.map(article => ({ path: `${path}/articles/${article}`, modifiedAt: changedAt })),
  ]
}
