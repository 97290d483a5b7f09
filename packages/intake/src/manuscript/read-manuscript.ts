import { Problem } from '@jianbao/errors'
import { decodeText } from '../decode-text.ts'
import { readDocx } from './docx/read-docx.ts'
import { tellZip } from './docx/word-package.ts'
import type { CheckOptions, Manuscript, ManuscriptKind, ManuscriptOptions } from './manuscript.types.ts'
import { readPdf } from './pdf/read-pdf.ts'
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
  if (kind === 'pdf') return readPdf(bytes, options)
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
  if (format === 'docx' || format === 'pdf' || format === 'text') return format
  const reason = typeof format === 'object' ? `看起来是${format.other}` : '暂时读不了这种文件'
  throw new Problem('file-not-text', { file, reason })
}

// What a container holds decides; a ZIP of files is opened elsewhere, file by file.
async function innerFormat(bytes: Uint8Array, file: string): Promise<ManuscriptKind | { other: string }> {
  const format = tellFormat(bytes)
  if (format === 'ole') return { other: '旧版 Word、WPS 或 Excel 文件' }
  if (format !== 'zip') return format
  try {
    const inner = await tellZip(bytes)
    return inner === 'zip' ? { other: '压缩包，请先解开，或作为压缩包成批导入' } : inner
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Problem('file-damaged', { file, reason: error.message }, { cause: error })
  }
}
