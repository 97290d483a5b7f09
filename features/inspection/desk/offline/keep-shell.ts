/**
 * Lets the desk itself be opened without a line: a small worker keeps its page, its scripts and who is signed in. It is
 * there once a stop was opened, goes with the sign-in, and keeps no other answer (docs/decisions/0030).
 */
const scope = '/desk/'
const cachePrefix = 'jianbao-shell-'

/** The script of the page names the build. */
function buildOf(): string | null {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src*="/desk/assets/"]')
  return entry ? new URL(entry.src).pathname : null
}

/** Plain HTTP from another machine has no workers: there a stop that is open goes on, and cannot be opened anew. */
export async function keepShell(): Promise<void> {
  const build = buildOf()
  if (!build || !('serviceWorker' in navigator)) return
  try {
    const url = `${scope}offline-worker.js?build=${encodeURIComponent(build)}`
    await navigator.serviceWorker.register(url, { scope })
    const { active } = await navigator.serviceWorker.ready
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/desk/assets/'))
      .map(({ pathname }) => pathname)
    active?.postMessage({ keep: [...new Set([build, ...files])] })
  } catch {
    // A browser that forbids it: as above.
  }
}

/** With whoever signs out everything goes. */
export async function dropShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister()
    for (const name of await caches.keys()) if (name.startsWith(cachePrefix)) await caches.delete(name)
  } catch {
    // Nothing was kept where nothing may be.
  }
}
