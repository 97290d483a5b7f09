import type { ProposalWarning } from '../../contract/index.ts'

/** A manuscript as text, line by line; what its layout says of the first line. */
export type ReadManuscript = {
  readonly text: string
  /** The first line is the headline. */
  readonly headed: boolean
  /** What was left out of it or mended. */
  readonly warnings: readonly ProposalWarning['code'][]
}

/** Reads a file somewhere it holds nobody up. The app hands over the reading threads of the archive. */
export type ManuscriptReader = {
  /** Throws `file-…` problems naming the file, `report-file-picture` for one whose pages are pictures. */
  read(file: { readonly name: string; load(): Promise<Uint8Array> }): Promise<ReadManuscript>
}
