/** What the public site has of editions: the page a letter links to. Nothing of it is listed anywhere. */
import type { SiteRoom } from '@jianbao/platform/html'
import { receiptPage } from './receipt.page.ts'

export const editionRoom: SiteRoom = {
  nav: [],
  pages: [receiptPage],
  feeds: [],
  feedLinks: [],
  addresses: async () => [],
}
