import type { ProblemCode, ProblemDetails } from '@jianbao/errors'
import type { RegisterEntry } from '@jianbao/intake'
import type { IntakeDocument } from '@jianbao/intake/contract'
import type { DocumentKind } from '../contract/index.ts'

export type FileProblem = { readonly code: ProblemCode; readonly details: ProblemDetails }

/** What the reading thread answers for one file. */
export type ReadOutcome =
  | {
      readonly kind: DocumentKind
      readonly pages: number | null
      readonly encoding: string | null
      readonly text: string
      readonly readings: IntakeDocument[]
    }
  /** Its pages are pictures, and nobody has asked for their letters yet. */
  | { readonly unrecognised: { readonly kind: DocumentKind; readonly pages: number | null } }
  | { readonly problem: FileProblem }

export type FileToRead = {
  readonly name: string
  /** Given away: the reader may take the memory over. */
  readonly bytes: Uint8Array
  /** Read the letters of its pictures too. */
  readonly recognise: boolean
  /** Names people taught, which win over the register. */
  readonly learned: readonly RegisterEntry[]
}

export type Reader = {
  /** Reads one file; `onProgress` hears shares of 1, `signal` stops it. A file that takes longer than the limit is a problem of that file alone. */
  read(file: FileToRead, onProgress: (share: number) => void, signal: AbortSignal): Promise<ReadOutcome>
  close(): Promise<void>
}

/** Tells, before a file is kept, what its bytes alone can tell. */
export type Checker = {
  /** Throws `file-empty`, `file-too-large`, `file-not-text` and the like; `load` is called when its turn comes. */
  check(file: { name: string; load(): Promise<Uint8Array> }): Promise<DocumentKind>
  close(): Promise<void>
}

export type ToReader = FileToRead & { readonly limitBytes: number; readonly textLimitBytes: number }
export type FromReader = { readonly progress: number } | { readonly outcome: ReadOutcome }
