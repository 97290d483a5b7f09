/** The least of HTTP/1.1 a client of our own server needs: where an answer ends, and its status. */
export type Answer = { readonly status: number; readonly body: Buffer; readonly next: number }

const endOfHead = Buffer.from('\r\n\r\n')
const endOfLine = Buffer.from('\r\n')

/** The answer that begins at `from`; null while a part of it is missing. Its body is a view into `bytes`. */
export function readAnswer(bytes: Buffer, from: number): Answer | null {
  const end = bytes.indexOf(endOfHead, from)
  if (end < 0) return null
  const head = bytes.toString('latin1', from, end)
  const status = Number(head.slice(9, 12))
  const start = end + 4
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined || status === 204 || status === 304) {
    const next = start + (status === 304 ? 0 : Number(length ?? 0))
    return next > bytes.length ? null : { status, body: bytes.subarray(start, next), next }
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(bytes, status, start)
  throw new Error(`an answer of no known length: ${head}`)
}

function readChunks(bytes: Buffer, status: number, start: number): Answer | null {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const line = bytes.indexOf(endOfLine, at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (next > bytes.length) return null
    if (size === 0) return { status, body: Buffer.concat(parts), next }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = next
  }
}
