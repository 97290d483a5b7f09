export { type Html, html, joinHtml, trusted } from './html.ts'
export type {
  Feed,
  FeedContent,
  FeedLink,
  Page,
  PageContent,
  ShowPage,
  SiteAddress,
  SiteRoom,
  Visit,
} from './page.ts'
export { addressWith, isRecordId, pageOf, viewMarked, viewTrail, viewTurner } from './parts.ts'
export { xml } from './xml.ts'
