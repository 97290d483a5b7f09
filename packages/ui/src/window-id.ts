/** Who writes is one window: loaded anew or after a fall it is still the same one. */
const key = 'jianbao.window'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
let unsaved: string | null = null

/** @returns the id of this window, a UUID. */
export function windowId(): string {
  const known = read()
  if (known && uuid.test(known)) return known
  unsaved = randomUuid()
  try {
    sessionStorage.setItem(key, unsaved)
  } catch {
    // A browser that forbids storage throws on touch; the id then lasts as long as the page.
  }
  return unsaved
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key) ?? unsaved
  } catch {
    return unsaved
  }
}

/** Also where the page came over plain HTTP and the browser keeps its own from it. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
