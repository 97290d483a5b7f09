/** Downloads with a visible course: the file is fetched, counted while it comes, and handed to the browser. */
import { send } from './request.ts'

export type ReceiveProgress = { readonly receivedBytes: number; readonly totalBytes: number | null }

export type ReceiveOptions = {
  readonly query?: Readonly<Record<string, unknown>>
  /** Sent with POST: an export is recorded, so it is no GET. */
  readonly body?: object
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReceiveProgress) => void
}

/**
 * Fetches `path` (`/api/…`) and saves it under the name the server gave.
 * @returns the file's name. @throws ProblemError
 */
export async function receiveFile(path: string, options: ReceiveOptions = {}): Promise<string> {
  const { onProgress, ...order } = options
  const response = await send(order.body === undefined ? 'GET' : 'POST', path, order)
  const length = Number(response.headers.get('content-length'))
  // A compressed answer counts other bytes than its length says.
  const totalBytes = length > 0 && !response.headers.has('content-encoding') ? length : null
  const parts: Uint8Array<ArrayBuffer>[] = []
  let receivedBytes = 0
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    parts.push(next.value)
    receivedBytes += next.value.byteLength
    onProgress?.({ receivedBytes, totalBytes })
  }
  const name = fileNameOf(response.headers.get('content-disposition')) ?? 'download'
  save(new Blob(parts, { type: response.headers.get('content-type') ?? '' }), name)
  return name
}

/** @returns the file name of a Content-Disposition header (RFC 6266, RFC 5987 `filename*` first), or null. */
export function fileNameOf(header: string | null): string | null {
  const encoded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded) {
    try {
      return lastPart(decodeURIComponent(encoded.trim()))
    } catch {
      // Not percent-encoded after all: the plain name may still be good.
    }
  }
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? '')
  const name = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]
  return name ? lastPart(name) : null
}

function lastPart(name: string): string | null {
  return name.split(/[\\/]/).at(-1) || null
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
