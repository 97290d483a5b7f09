/** What the parent and the typesetting child say to each other, over Node's structured-clone channel. */
import type { LayoutProfile, PdfStandard, TypesetDocument } from '../contract.ts'
import type { Role } from '../fonts/roles.ts'

export type Opening = {
  kind: 'open'
  fontFolders: string[]
  cacheFolder: string | null
}

export type Job = {
  kind: 'job'
  id: number
  document: TypesetDocument
  profile: LayoutProfile
  standard: PdfStandard
  images: Record<string, Uint8Array>
  glue: string[]
  want: 'pdf' | 'svg'
}

export type ToChild = Opening | Job

export type Typeset = {
  pdf: Uint8Array
  /** The pages as one SVG after another; empty unless asked for. */
  svg: string
  pages: number
  fonts: Record<Role, string>
  /** Characters that no font has, set as 〓. */
  missing: string[]
  /** Keys of images that are damaged or of an unknown format; their frames stay empty. */
  unreadableImages: string[]
}

export type FromChild =
  | { kind: 'ready' }
  | { kind: 'unable'; reason: string }
  | { kind: 'done'; id: number; typeset: Typeset; rssBytes: number }
  | { kind: 'failed'; id: number; reason: string }
