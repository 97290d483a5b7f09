import { Problem } from '@jianbao/errors'
import type { IntakeWarning } from './contract.ts'
import { isControl, isHan, isWhite } from './structure/character.ts'

export type DecodeOptions = {
  /** The name people know the file by: it stands in the error. */
  readonly file: string
  /** 20 MiB when left out. */
  readonly limitBytes?: number
}
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export type DecodedText = {
  readonly text: string
  readonly encoding: Encoding
  readonly warnings: IntakeWarning[]
}

const mebibyte = 1024 * 1024
const sampleCharacters = 20_000

/**
 * Bytes of a file to its text: UTF-8, GB18030 or UTF-16, told by the byte order mark or by what makes Chinese.
 * The text is the file character for character: newlines untouched, a byte order mark kept as its first character, so
 * offsets of the intake document are offsets into `text` as Node reads a UTF-8 file. Lone surrogates and control
 * characters survive.
 * @throws Problem `file-empty`, `file-too-large`, `file-not-text` or `file-encoding`, each naming the file and the reason.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const { file, limitBytes = 20 * mebibyte } = options
  if (bytes.length === 0) throw new Problem('file-empty', { file })
  if (bytes.length > limitBytes)
    throw new Problem('file-too-large', { file, limitMiB: Math.max(1, Math.floor(limitBytes / mebibyte)) })
  const format = formatOf(bytes)
  if (format) throw new Problem('file-not-text', { file, reason: `看起来是${format}` })
  const decoded = decode(bytes, file)
  refuseBinary(decoded.text, file)
  if (decoded.text.trim() === '') throw new Problem('file-empty', { file })
  return decoded
}

const formats: readonly (readonly [string, readonly number[]])[] = [
  [' PDF', [0x25, 0x50, 0x44, 0x46]],
  [' Word 文档（docx）、表格或压缩包', [0x50, 0x4b, 0x03, 0x04]],
  ['空的压缩包', [0x50, 0x4b, 0x05, 0x06]],
  ['旧版 Word、WPS 或 Excel 文件', [0xd0, 0xcf, 0x11, 0xe0]],
  [' RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['图片', [0x47, 0x49, 0x46, 0x38]],
  ['压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['压缩包', [0x1f, 0x8b, 0x08]],
  ['程序', [0x7f, 0x45, 0x4c, 0x46]],
]

function formatOf(bytes: Uint8Array): string | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (const [name, magic] of formats) if (magic.every((byte, i) => bytes[start + i] === byte)) return name
  return null
}

function decode(bytes: Uint8Array, file: string): DecodedText {
  const clean = (text: string, encoding: Encoding): DecodedText => ({ text, encoding, warnings: [] })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(utf16(bytes, 'utf-16le'), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(utf16(bytes, 'utf-16be'), 'utf-16be')
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null && !utf8.includes('\u0000')) return clean(utf8, 'utf-8')
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    if (bytes.length % 2 !== 0) break
    const text = utf16(bytes, encoding)
    if (readsLikeChinese(text)) return clean(text, encoding)
  }
  if (utf8 !== null) return clean(utf8, 'utf-8')
  const gb = strictly('gb18030', bytes)
  if (gb !== null && isChinese(gb)) return clean(gb, 'gb18030')
  return repaired(bytes, gb, file)
}

// Few broken places (a cut file, a damaged transfer): the rest is worth reading, and a warning says so.
function repaired(bytes: Uint8Array, gb: string | null, file: string): DecodedText {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
    const broken = countOf(text, '\ufffd')
    if (broken === 0 || broken > Math.max(3, text.length * 0.02) || !isChinese(text)) continue
    const at = text.indexOf('\ufffd')
    const message = `有 ${broken} 处文字编码损坏，已用“\ufffd”代替，请对照原件核对。`
    return { text, encoding, warnings: [{ code: 'encoding-repaired', message, span: [at, at + 1] }] }
  }
  const isBinary = bytes.subarray(0, 4096).includes(0)
  if (isBinary) throw new Problem('file-not-text', { file, reason: '含有空字节，看起来是二进制文件' })
  const reason = gb === null ? '既不是 UTF-8，也不是 GB18030 或 UTF-16' : '按 GB18030 读出来不像中文'
  throw new Problem('file-encoding', { file, reason })
}

function strictly(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Not this encoding: the answer, not a failure.
    return null
  }
}

// By Buffer and not TextDecoder, which would replace lone surrogates.
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let i = text.indexOf(character); i >= 0; i = text.indexOf(character, i + 1)) count++
  return count
}

/** Nearly all characters are of Chinese office text. Only asked of bytes that are no UTF-8 or hold NULs. */
function readsLikeChinese(text: string): boolean {
  let fitting = 0
  const length = Math.min(text.length, sampleCharacters)
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    const isLatin = code >= 32 && code < 127
    const isPunctuation = (code >= 0x2010 && code <= 0x2026) || (code >= 0x25a0 && code <= 0x2606)
    const isSquare = (code >= 0x3000 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e)
    if (isLatin || isWhite(code) || isPunctuation || isSquare || (code >= 0x4e00 && code <= 0x9fff)) fitting++
  }
  return length > 0 && fitting >= length * 0.9 && isChinese(text)
}

const frequent = new Set('的一是在和了有中大工作会党年月日人不为上地市学')

// Any bytes make Han characters in GB18030; only Chinese makes the frequent ones.
function isChinese(text: string): boolean {
  let han = 0
  let common = 0
  for (let i = 0; i < text.length && i < sampleCharacters; i++) {
    if (!isHan(text.charCodeAt(i))) continue
    han++
    if (frequent.has(text[i]!)) common++
  }
  return han < 40 ? true : common >= han * 0.02
}

function refuseBinary(text: string, file: string): void {
  if (text.includes('\u0000'))
    throw new Problem('file-not-text', { file, reason: '含有空字节，看起来是二进制文件' })
  let silent = 0
  const length = Math.min(text.length, sampleCharacters)
  for (let i = 0; i < length; i++) if (isControl(text.charCodeAt(i))) silent++
  if (silent > 8 && silent > length * 0.3)
    throw new Problem('file-not-text', { file, reason: '大部分是控制字符' })
}
