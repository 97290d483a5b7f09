/** The queue of files on their way into the archive: what may happen to one, as pure steps. */
import { ProblemError } from '@jianbao/client'
import type { ProblemCode } from '@jianbao/errors'
import type { Batch, DocumentState, DocumentSummary } from '../contract/index.ts'

/** queued → sending → stored | refused; what becomes of a stored one is its document's state. */
export type UploadPhase = 'queued' | 'sending' | 'stored' | 'refused'

export type Upload = {
  readonly key: number
  readonly fileName: string
  readonly sizeBytes: number
  readonly phase: UploadPhase
  /** 0 to 1 of the bytes. */
  readonly sent: number
  readonly document: DocumentSummary | null
  /** The ZIP became a batch; how far that is, the list of batches shows. */
  readonly batch: Batch | null
  /** The same bytes were in the archive before. */
  readonly known: boolean
  readonly problem: unknown
}

export function newUpload(key: number, fileName: string, sizeBytes: number): Upload {
  return {
    key,
    fileName,
    sizeBytes,
    phase: 'queued',
    sent: 0,
    document: null,
    batch: null,
    known: false,
    problem: null,
  }
}

/** @returns the uploads to start now, oldest first, so that at most `limit` are being sent. */
export function uploadsToStart(uploads: readonly Upload[], limit: number): Upload[] {
  const sending = uploads.filter(upload => upload.phase === 'sending').length
  return uploads
    .filter(upload => upload.phase === 'queued')
    .sort((a, b) => a.key - b.key)
    .slice(0, Math.max(0, limit - sending))
}

/** Bytes would be lost if the page were closed now. */
export function isUnsent(upload: Upload): boolean {
  return upload.phase === 'queued' || upload.phase === 'sending'
}

/** Stored, but the reading has not ended yet. */
export function isBeingRead(upload: Upload): boolean {
  return (
    upload.phase === 'stored' &&
    (upload.document?.state === 'waiting' || upload.document?.state === 'reading')
  )
}

const settled: ReadonlySet<DocumentState> = new Set(['read', 'unrecognised', 'accepted'])

/** Nothing more will happen to it by itself, and it is in the archive as it should be. */
export function isDone(upload: Upload): boolean {
  const { phase, document, batch } = upload
  return phase === 'stored' && (batch !== null || (document !== null && settled.has(document.state)))
}

/** Refused on the way, or stored but not readable: somebody has to look at it. */
export function isUnsuccessful(upload: Upload): boolean {
  return upload.phase === 'refused' || (upload.phase === 'stored' && upload.document?.state === 'failed')
}

/** @returns 0 to 1: how far all of them are, sending and reading counted as one half each. */
export function progressOf(uploads: readonly Upload[]): number {
  const parts = uploads.map(upload => {
    if (isDone(upload) || isUnsuccessful(upload)) return 1
    return (upload.sent + (upload.document?.progress ?? 0)) / 2
  })
  return parts.reduce((sum, part) => sum + part, 0) / Math.max(1, uploads.length)
}

/** The same bytes would be refused again, however often they are sent or read. */
const hopeless: ReadonlySet<string> = new Set<ProblemCode>([
  'file-empty',
  'file-not-text',
  'file-encoding',
  'file-too-large',
  'file-damaged',
  'file-locked',
  'file-unsafe',
  'zip-unusable',
])

/** Whether reading a stored document again could end otherwise. */
export function mayReadAgain(document: DocumentSummary): boolean {
  return document.may.includes('read-again') && !hopeless.has(document.problem?.code ?? '')
}

/** Refused on the way, and sending it once more could help. */
export function maySendAgain({ phase, problem }: Upload): boolean {
  return phase === 'refused' && !(problem instanceof ProblemError && hopeless.has(problem.code))
}

/** Refused only because the sign-in had ended. */
export function wantsSignIn({ phase, problem }: Upload): boolean {
  return phase === 'refused' && problem instanceof ProblemError && problem.status === 401
}

/** @returns ids of the documents still being read, the oldest first: they are read in that order. */
export function idsToWatch(uploads: readonly Upload[], limit: number): string[] {
  const open = uploads.filter(isBeingRead).sort((a, b) => a.key - b.key)
  return [...new Set(open.map(upload => upload.document?.id ?? ''))].slice(0, limit)
}

/** Takes news about a document over into every row that waits for it. */
export function takeSummary(uploads: readonly Upload[], summary: DocumentSummary): Upload[] {
  return uploads.map(upload =>
    upload.document?.id === summary.id ? { ...upload, document: summary } : upload,
  )
}
