import type { Read } from '@jianbao/platform/access'
import type { FileCache, FileStore } from '@jianbao/platform/files'
import type { Html } from '@jianbao/platform/html'
import type { Typesetting } from '../server/index.ts'

type Marked = { readonly text: string; readonly marks: readonly (readonly [number, number])[] }

/** What the search of the archive finds among what is public. */
export type PublicHits = {
  readonly rows: readonly {
    readonly articleId: string
    readonly issueId: string
    readonly series: string | null
    readonly issueNo: number | null
    readonly special: boolean
    readonly date: string | null
    readonly column: string | null
    readonly headline: Marked
    readonly passages: readonly Marked[]
  }[]
  readonly total: number
  readonly totalIsFloor: boolean
  readonly also: readonly { readonly word: string; readonly with: readonly string[] }[]
}
export type PublicSearch = {
  readonly q: string
  readonly series?: string
  readonly year?: number
  readonly order: 'best' | 'newest'
  readonly page: number
  readonly pageSize: number
}

/** What the pages ask of the house; the app brings it. */
export type BulletinPagesServices = {
  readonly typesetting: Typesetting
  readonly cache: FileCache
  /** Forms as they were issued, by content. */
  readonly forms: FileStore
  readonly readPicture: (sha256: string) => Promise<Uint8Array>
  readonly search: (read: Read, wish: PublicSearch) => Promise<PublicHits>
  /** What other rooms put on the first page, below the issues. */
  readonly atHome?: (read: Read) => Promise<Html>
  /** Where else words can be looked for: label and address of a search that takes them as `q`. */
  readonly alsoSearch?: readonly { readonly label: string; readonly path: string }[]
}
