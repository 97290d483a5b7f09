import type { Read } from '../access/index.ts'
import type { Html } from './html.ts'

/** Somebody asks for a page: what stands in the address, and how its data is read: as nobody, so only what is public. */
export type Visit = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** `https://jianbao.example`, for what is read away from here. */
  readonly origin: string
  readonly read: Read
}

export type PageContent = {
  /** Title of the page; the site's name follows it. */
  readonly title: string
  readonly description?: string
  /** The one address of what stands here, as a path; the address asked for when left out. */
  readonly canonical?: string
  /** A text of its own that somebody published on a day, rather than a list. */
  readonly article?: { readonly publishedAt: string | null }
  /** Result lists and filtered lists are no places to come to from a search engine. */
  readonly noIndex?: boolean
  /** For whoever holds its address alone: kept by nothing on the way. */
  readonly personal?: boolean
  /** Feeds of just this page, before those of the whole site. */
  readonly feeds?: readonly FeedLink[]
  readonly main: Html
}

export type FeedLink = { readonly title: string; readonly path: string; readonly kind: 'rss' | 'atom' }

/** A page of the public site as a room brings it; null from `render` when there is nothing at this address. */
export type Page = {
  readonly path: string
  readonly render: (visit: Visit) => Promise<PageContent | null>
}

/** Answers a request with a page in the look of the site; given to routes that take what a page sends. */
export type ShowPage<Reply> = (reply: Reply, content: PageContent, status?: number) => Reply

/** What is read by programs: a feed. `modifiedAt`: when something of it last changed. */
export type FeedContent = {
  readonly mediaType: string
  readonly body: Html
  readonly modifiedAt: Date | null
}
export type Feed = {
  readonly path: string
  readonly render: (visit: Visit & { readonly siteName: string }) => Promise<FeedContent | null>
}

/** One address for search engines, as a path, with the moment it last changed. */
export type SiteAddress = { readonly path: string; readonly modifiedAt: Date | null }

/** What a room brings to the public site. */
export type SiteRoom = {
  readonly nav: readonly { readonly path: string; readonly label: string }[]
  readonly pages: readonly Page[]
  /** A style sheet that its pages alone ask for, besides that of the site. */
  readonly styles?: URL
  readonly feeds: readonly Feed[]
  /** Links of the feeds that every page names. */
  readonly feedLinks: readonly FeedLink[]
  /** How many parts its addresses are read in, of which each fits a file of the sitemap; left out: one. */
  readonly addressParts?: (read: Read) => Promise<number>
  readonly addresses: (read: Read, part: number) => Promise<readonly SiteAddress[]>
}
