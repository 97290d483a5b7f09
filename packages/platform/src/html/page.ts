import type { Read } from '../access/index.ts'
import type { Html } from './html.ts'

/** Somebody asks for a page: what stands in the address, and how its data is read: as nobody, so only what is public. */
export type Visit = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly read: Read
}

export type PageContent = {
  /** Title of the page; the site's name follows it. */
  readonly title: string
  readonly description?: string
  readonly main: Html
}

/** A page of the public site as a room brings it; null from `render` when there is nothing at this address. */
export type Page = {
  readonly path: string
  readonly render: (visit: Visit) => Promise<PageContent | null>
}
