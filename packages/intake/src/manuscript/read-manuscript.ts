import { Problem } from '@jianbao/errors'
import { decodeText } from '../decode-text.ts'
import { tellOle } from './doc/ole-file.ts'
import { readDoc } from './doc/read-doc.ts'
import { readDocx } from './docx/read-docx.ts'
import { tellZip } from './docx/word-package.ts'
import type { CheckOptions, Manuscript, ManuscriptKind, ManuscriptOptions } from './manuscript.types.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readPicture } from './picture/read-picture.ts'
import { tellFormat } from './tell-format.ts'
import { ZipFault } from './zip/open-zip.ts'

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
  return { kind: await kindOf(bytes, options) }
}

/**
 * Any manuscript to its text with the hints of its layout. Pictures of text are read only when `recognise` is set:
 * otherwise the text is empty and `picturesOnly` says why. Nothing in a file is executed, followed or fetched.
 * @throws Problem naming the file and the reason; the reason of `signal` when it is aborted
 */
export async function readManuscript(bytes: Uint8Array, options: ManuscriptOptions): Promise<Manuscript> {
  options.signal?.throwIfAborted()
  const kind = await kindOf(bytes, options)
  if (kind === 'docx') return readDocx(bytes, options.file)
  if (kind === 'doc') return readDoc(bytes, options)
  if (kind === 'pdf') return readPdf(bytes, options)
  if (kind === 'picture') return readPicture(bytes, options)
  const { text, encoding, warnings } = decodeText(bytes, options)
  return { kind, encoding, pages: null, text, hints: [], warnings, picturesOnly: false }
}

async function kindOf(bytes: Uint8Array, options: CheckOptions): Promise<ManuscriptKind> {
  const { file, limitBytes = defaultLimitBytes } = options
  if (bytes.length === 0) throw new Problem('file-empty', { file })
  if (bytes.length > limitBytes)
    throw new Problem('file-too-large', { file, limitMiB: Math.max(1, Math.floor(limitBytes / mebibyte)) })
  const format = await innerFormat(bytes, file)
  if (format === 'text') decodeText(bytes, { file, limitBytes })
  if (typeof format === 'object')
    throw new Problem('file-not-text', { file, reason: `看起来是${format.other}` })
  return format
}

// What a container holds decides; a ZIP of files is opened elsewhere, file by file.
async function innerFormat(bytes: Uint8Array, file: string): Promise<ManuscriptKind | { other: string }> {
  const format = tellFormat(bytes)
  if (format === 'ole') {
    const inner = tellOle(bytes)
    if (inner === 'locked') throw new Problem('file-locked', { file })
    return inner === 'word' ? 'doc' : inner
  }
  if (format !== 'zip') return format
  try {
    const inner = await tellZip(bytes)
    return inner === 'zip' ? { other: '压缩包，请先解开，或作为压缩包成批导入' } : inner
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Problem('file-damaged', { file, reason: error.message }, { cause: error })
  }
}
