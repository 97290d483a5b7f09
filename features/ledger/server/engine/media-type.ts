/** What a browser may show in place: told by the bytes, whatever the file is called. */
const shown: readonly (readonly [string, RegExp])[] = [
  ['application/pdf', /^%PDF-/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF....WEBP/s],
]
const bytesAlone = 'application/octet-stream'
export const proofTypes = [...shown.map(([type]) => type), bytesAlone]

/** @param head the first sixteen bytes. */
export function mediaTypeOf(head: Uint8Array): string {
  const start = Buffer.from(head).toString('latin1')
  return shown.find(([, begins]) => begins.test(start))?.[0] ?? bytesAlone
}

export const isShown = (mediaType: string): boolean => mediaType !== bytesAlone
