/** What the parent and the typesetting child say to each other, over Node's structured-clone channel. */
import type { Conformity, LayoutProfile, PdfDocument, PdfStandard } from '../contract.ts'
import type { Role } from '../fonts/roles.ts'
import type { PageSvg } from '../preview/page-svg.ts'

export type Opening = {
  kind: 'open'
  fontFolders: string[]
  cacheFolder: string | null
}

export type Job = {
  kind: 'job'
  id: number
  document: PdfDocument
  profile: LayoutProfile
  standard: PdfStandard
  /** Names of the contents of images by the keys the figures name. */
  images: Record<string, string>
  /** Contents that the child does not hold yet, and those it may let go. */
  send: Record<string, Uint8Array>
  forget: string[]
  glue: string[]
  want: 'pdf' | 'pages'
  /** Whether the places of all glyphs are read back for conformity. */
  measure: boolean
  /** Seconds since 1970, for the properties of the file. */
  createdAt: number | null
  /** Pages the asker has, by their hashes. */
  known: string[]
  /** What stands in a page for the bytes of an image, by its key. */
  addresses: Record<string, string>
}

export type ToChild = Opening | Job

export type Typeset = {
  /** Empty unless asked for. */
  pdf: Uint8Array
  preview: { pages: PageSvg[]; widthPt: number; heightPt: number } | null
  pages: number
  fonts: Record<Role, string>
  /** Characters that no font has, set as 〓. */
  missing: string[]
  /** Keys of images that are damaged or of an unknown format; their frames stay empty. */
  unreadableImages: string[]
  conformity: Conformity
}

export type FromChild =
  | { kind: 'ready' }
  | { kind: 'unable'; reason: string }
  | { kind: 'done'; id: number; typeset: Typeset; rssBytes: number }
  | { kind: 'failed'; id: number; reason: string }
