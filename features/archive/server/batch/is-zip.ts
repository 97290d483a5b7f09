/** Whether a file begins as a ZIP does (APPNOTE 4.3.6; an empty one begins with its end). */
export function isZip(head: Uint8Array): boolean {
  const start = Buffer.from(head).toString('latin1', 0, 4)
  return start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006'
}
