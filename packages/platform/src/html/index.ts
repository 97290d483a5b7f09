export { type Html, html, joinHtml, trusted } from './html.ts'
export type { Page, PageContent, Visit } from './page.ts'
