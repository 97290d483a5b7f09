/**
 * Content-Disposition for a download under `name`, in both spellings of RFC 6266: an ASCII stand-in and UTF-8 (RFC 5987).
 * Slashes, quotes and control characters are replaced: a name is never a path. A long name is cut before its extension.
 */
export function attachment(name: string): string {
  const safe = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_').replace(/^\.+/, '')
  const extension = /\.[a-z0-9]{1,8}$/i.exec(safe)?.[0] ?? ''
  // A cut may fall within a character of two halves.
  const stem = safe.slice(0, Math.min(safe.length, 150) - extension.length).toWellFormed()
  const clean = stem + extension
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_')
  const utf8 = encodeURIComponent(clean).replace(
    /['()]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`
}
