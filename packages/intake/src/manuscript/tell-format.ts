import type { ManuscriptKind } from './manuscript.types.ts'

/** What the first bytes say. `zip` and `ole` are containers: what is inside decides. */
export type Format = Exclude<ManuscriptKind, 'docx' | 'doc'> | 'zip' | 'ole' | { readonly other: string }

const starts: readonly (readonly [Format, string])[] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  [{ other: ' RTF 文档，请用 Word 或 WPS 另存为 docx' }, '{\\rt'],
  [{ other: ' RAR 压缩包，请改用 ZIP' }, 'Rar!'],
  [{ other: ' 7z 压缩包，请改用 ZIP' }, '7z\xbc\xaf'],
  [{ other: ' gzip 压缩包，请改用 ZIP' }, '\x1f\x8b\x08'],
  [{ other: '程序' }, '\x7fELF'],
  [{ other: '程序' }, 'MZ\x90\0'],
]
// Readers of PDF look for the mark within the first kilobyte: mail programs put lines before it.
const pdfReach = 1024

/** The format of a file by its bytes, never by its name; `text` when nothing else claims it. */
export function tellFormat(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfReach)).toString(
    'latin1',
  )
  const start = head.startsWith('\xef\xbb\xbf') ? head.slice(3) : head
  for (const [format, magic] of starts) if (start.startsWith(magic)) return format
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'picture'
  if (/^[\s\S]{4}ftyp(?:avif|heic|heix|mif1)/.test(start)) return 'picture'
  return /%PDF-\d\.\d/.test(head) ? 'pdf' : 'text'
}
