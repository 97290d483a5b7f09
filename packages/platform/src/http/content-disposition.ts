/**
 * Content-Disposition for a download under `name`, in both spellings of RFC 6266: an ASCII stand-in and UTF-8 (RFC 5987).
 * Slashes, quotes and control characters are replaced: a name is never a path.
 */
export function attachment(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '')
    .slice(0, 150)
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_')
  const utf8 = encodeURIComponent(clean).replace(
    /['()]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`
}
