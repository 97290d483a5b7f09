import type { ProblemCode, ProblemDetails } from '@jianbao/errors'
import type { IntakeDocument } from '@jianbao/intake/contract'

export type ReadStep = 'decoding' | 'reading' | 'saving'

/** What the reading thread answers for one file. */
export type ReadOutcome =
  | { readonly text: string; readonly encoding: string; readonly readings: IntakeDocument[] }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails } }

export type Reader = {
  /** Reads one file, whose bytes are given away; `signal` stops it. A file that takes longer than the limit is a problem of that file alone. */
  read(
    file: { name: string; bytes: Uint8Array },
    onStep: (step: ReadStep) => void,
    signal: AbortSignal,
  ): Promise<ReadOutcome>
  close(): Promise<void>
}

/** Tells, before a file is kept, what its bytes alone can tell. */
export type Checker = {
  /** Throws `file-empty`, `file-too-large`, `file-not-text` or `file-encoding`; `load` is called when its turn comes. */
  check(file: { name: string; load(): Promise<Uint8Array> }): Promise<void>
  close(): Promise<void>
}

export type ToReader = { readonly file: string; readonly bytes: Uint8Array; readonly limitBytes: number }
export type FromReader = { readonly step: ReadStep } | { readonly outcome: ReadOutcome }
