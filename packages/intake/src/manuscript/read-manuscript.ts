import { Problem } from '@jianbao/errors'
import { decodeText } from '../decode-text.ts'
import type { CheckOptions, Manuscript, ManuscriptKind, ManuscriptOptions } from './manuscript.types.ts'
import { tellFormat } from './tell-format.ts'

const mebibyte = 1024 * 1024
const defaultLimitBytes = 20 * mebibyte

/**
 * Tells the kind of a file by its bytes and whether it can be read at all; cheap, nothing is unpacked.
 * @throws Problem for what can never be read, naming the file and the reason
 */
export async function checkManuscript(
  bytes: Uint8Array,
  options: CheckOptions,
): Promise<{ kind: ManuscriptKind }> {
  return { kind: kindOf(bytes, options) }
}

/**
 * Any manuscript to its text with the hints of its layout. Pictures of text are read only when `recognise` is set:
 * otherwise the text is empty and `picturesOnly` says why. Nothing in a file is executed, followed or fetched.
 * @throws Problem naming the file and the reason; the reason of `signal` when it is aborted
 */
export async function readManuscript(bytes: Uint8Array, options: ManuscriptOptions): Promise<Manuscript> {
  options.signal?.throwIfAborted()
  const kind = kindOf(bytes, options)
  const { text, encoding, warnings } = decodeText(bytes, options)
  return { kind, encoding, pages: null, text, hints: [], warnings, picturesOnly: false }
}

function kindOf(bytes: Uint8Array, { file, limitBytes = defaultLimitBytes }: CheckOptions): ManuscriptKind {
  if (bytes.length === 0) throw new Problem('file-empty', { file })
  if (bytes.length > limitBytes)
    throw new Problem('file-too-large', { file, limitMiB: Math.max(1, Math.floor(limitBytes / mebibyte)) })
  const format = tellFormat(bytes)
  if (format === 'text') decodeText(bytes, { file, limitBytes })
  if (typeof format === 'object')
    throw new Problem('file-not-text', { file, reason: `看起来是${format.other}` })
  if (format === 'text') return 'text'
  throw new Problem('file-not-text', { file, reason: '暂时读不了这种文件' })
}
