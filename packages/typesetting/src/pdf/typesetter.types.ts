import type { Conformity, LayoutProfile, PdfDocument, PdfStandard, TypesetDocument } from '../contract.ts'
import type { Role } from '../fonts/roles.ts'
import type { ImageSource } from './image-shelf.ts'

export type TypesetterOptions = {
  /** Folders of the installation with the office's own fonts, searched before the system's. */
  fontFolders?: readonly string[]
  /** Where unpacked fonts are kept; beside node_modules when left out. */
  fontCacheFolder?: string
  /** Hard limit for one bulletin; the process is killed when it passes. */
  timeoutMs?: number
  profile?: Partial<LayoutProfile>
  /** The process is replaced after this many bulletins or above this memory. */
  recycleAfter?: { jobs: number; rssBytes: number }
}

export type TypesetOptions = {
  /** PDF/UA-1 (accessible) by default, PDF/A-2a for archives. */
  standard?: PdfStandard
  red?: LayoutProfile['red']
  /** JPEG, PNG, GIF or WebP by the keys the figures name; each content goes to the process once. */
  images?: Readonly<Record<string, ImageSource>>
  /** The time the file says it was made at; with it the same model, options and images give the same bytes. */
  createdAt?: Date
  profile?: Partial<LayoutProfile>
  /** Names and phrases that no title line may cut. */
  glue?: readonly string[]
  signal?: AbortSignal
  /**
   * False for a PDF nobody judges: the places of all glyphs are not read back, which halves the time; `conformity` then
   * measures nothing and finds no orphans and widows.
   */
  measure?: boolean
  /** The latest job of a name wins: those of the same name that wait are refused with `typesetting-superseded`. */
  supersede?: string
  /** Who asks: of one asker a few jobs wait at most, the oldest are refused with `typesetting-superseded`. */
  asker?: string
}

export type PreviewOptions = TypesetOptions & {
  /** Hashes of pages the asker has; their SVG is not sent again. */
  known?: readonly string[]
  /** Addresses that stand in the pages for the bytes of the images, by their keys: a browser then loads each once. */
  imageAddresses?: Readonly<Record<string, string>>
}

/** The pages of a document as they will print. */
export type Preview = {
  /** In order; `svg` stands alone in HTML beside others: white ground, no script, ids of its own, glyphs as outlines. */
  pages: { hash: string; svg: string | null }[]
  widthPt: number
  heightPt: number
  ms: number
  missing: string[]
  unreadableImages: string[]
  conformity: Conformity
}

export type TypesetPdf = {
  pdf: Buffer
  pages: number
  ms: number
  /** Family of the face used for each role. */
  fonts: Record<Role, string>
  /** Characters that no font has; the page shows 〓 in their place. */
  missing: string[]
  /** Keys of images that are damaged or of an unknown format; the page shows an empty frame with their alt text. */
  unreadableImages: string[]
  /** 版式符合性: what the pages keep and break of the profile. */
  conformity: Conformity
}

export type Typesetter = {
  typesetPdf(document: PdfDocument, options?: TypesetOptions): Promise<TypesetPdf>
  /** The pages as they will print, each an SVG of its own; only those the asker does not know. */
  previewPages(document: TypesetDocument, options?: PreviewOptions): Promise<Preview>
  /** Process id of the child while there is one. */
  readonly childPid: number | undefined
  close(): Promise<void>
}
