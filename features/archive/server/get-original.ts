import type { Readable } from 'node:stream'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { attachment } from '@jianbao/platform/http'
import { findDocumentRow } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'

const bytesAlone = 'application/octet-stream'
const office = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
} as const
/** What a browser may show by itself: nothing in these runs. */
const shown = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
} as const
const text = 'text/plain'

export const originalTypes = [...Object.values(shown), text, ...Object.values(office), bytesAlone]

/** The document whose bytes are asked for. Throws `not-found`. */
export async function findOriginal(tx: Database, scope: Scope, id: string): Promise<DocumentRow> {
  const row = await findDocumentRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return row
}

/**
 * The bytes as they were sent. Shown in place only what is harmless by its own bytes, whatever it is called; with
 * `download`, and for everything else, they are a file to keep.
 */
export async function openOriginal(
  files: FileStore,
  row: DocumentRow,
  download: boolean,
): Promise<{ headers: Record<string, string>; bytes: Readable }> {
  const { type, inline } = mediaType(row, await files.head(row.sha256, 16))
  const headers = {
    'content-type': type,
    'content-length': String(row.sizeBytes),
    'content-disposition': inline && !download ? 'inline' : attachment(row.fileName),
    'content-security-policy': policy(type),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  return { headers, bytes: files.stream(row.sha256) }
}

function mediaType({ kind, encoding }: DocumentRow, head: Uint8Array): { type: string; inline: boolean } {
  if (kind === 'pdf') return { type: shown.pdf, inline: true }
  if (kind === 'picture') {
    const type = pictureType(Buffer.from(head).toString('latin1'))
    return { type: type ?? bytesAlone, inline: type !== null }
  }
  if (kind === 'text')
    return { type: `${text}; charset=${/^[\w-]+$/.exec(encoding ?? '') ?? 'utf-8'}`, inline: true }
  return { type: kind ? office[kind] : bytesAlone, inline: false }
}

function pictureType(head: string): string | null {
  if (head.startsWith('\x89PNG')) return shown.png
  if (head.startsWith('\xff\xd8\xff')) return shown.jpeg
  return /^RIFF[\s\S]{4}WEBP/.test(head) ? shown.webp : null
}

/** No script, no address is ever fetched. Chrome shows no PDF in a sandbox; its viewer is one by itself. */
function policy(type: string): string {
  const nothing = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
  return type === shown.pdf ? `${nothing}; object-src 'self'` : `${nothing}; img-src 'self'; sandbox`
}
