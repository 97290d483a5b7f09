import type { Bulletin } from '@jianbao/typesetting/contract'
import type { IssueArticle, Layout } from '../../contract/index.ts'

export type PublishedArticle = IssueArticle & { readonly position: number }
export type PublishedColumn = {
  readonly position: number
  readonly name: string | null
  readonly articles: readonly PublishedArticle[]
}

/** 勘误 as readers see it: what was printed where, and what is right. */
export type Erratum = {
  readonly articleId: string | null
  readonly place: string
  readonly was: string
  readonly isNow: string
  readonly reason: string
  readonly at: Date
}

export type Picture = {
  readonly key: string
  readonly sha256: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

export type PublishedHead = {
  readonly id: string
  readonly origin: 'imported' | 'composed'
  readonly series: string | null
  readonly issueNo: number | null
  readonly special: boolean
  readonly runningNo: number | null
  readonly publisher: string | null
  readonly date: string | null
  readonly headlines: readonly string[]
  readonly publishedAt: Date
}

/** One published issue as visitors may see it: without what is held back. */
export type PublishedIssue = PublishedHead & {
  readonly printRun: number | null
  readonly layout: Layout
  readonly distribution: readonly { to: string; entries: string[] }[]
  readonly columns: readonly PublishedColumn[]
  /** So many articles of it are held back. */
  readonly withheld: number
  /** Of an issue made at the desk: what it was set from, whole, and the forms as they were issued. */
  readonly model: Bulletin | null
  readonly files: Readonly<Record<string, string>> | null
  readonly errata: readonly Erratum[]
  readonly pictures: readonly Picture[]
}

/** One line of a list of published issues; `articles` are those that may be read. */
export type PublishedSummary = PublishedHead & { readonly articles: number }

export type Neighbours = { readonly previous: PublishedHead | null; readonly next: PublishedHead | null }
