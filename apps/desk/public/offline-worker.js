// Opens the desk without a line. Keeps its page and scripts, by build, and who is signed in; no other answer of the API.
const prefix = 'jianbao-shell-'
const name = prefix + new URL(self.location.href).searchParams.get('build')
const page = '/desk/'
const session = '/api/session'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', event => {
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys())
        if (key.startsWith(prefix) && key !== name) await caches.delete(key)
      await self.clients.claim()
    })(),
  )
})

// A page that is open says what it is made of: only together with them its address is worth keeping.
self.addEventListener('message', event => {
  const files = event.data?.keep
  if (Array.isArray(files))
    event.waitUntil(keep(files.filter(path => /^\/desk\/assets\/[\w.-]+$/.test(path))))
})

async function keep(files) {
  const cache = await caches.open(name)
  for (const path of files) if (!(await cache.match(path))) await cache.add(path).catch(() => undefined)
  const shell = await fetch(page, { cache: 'no-cache' }).catch(() => null)
  if (!shell?.ok) return
  // Another build came between: the page it belongs to will keep it.
  if ((await shell.clone().text()).includes(new URL(self.location.href).searchParams.get('build')))
    await cache.put(page, shell)
  await refreshSession(new Request(session)).catch(() => undefined)
}

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith(page)) event.respondWith(openPage(request))
  else if (pathname.startsWith('/desk/assets/')) event.respondWith(openFile(request))
  else if (pathname === session) event.respondWith(openSession(request))
})

async function openPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(page)
    if (kept) return kept
    throw error
  }
}

// Their names change with what they say: what is kept is what would come.
async function openFile(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  return kept ?? fetch(request)
}

async function openSession(request) {
  try {
    return await refreshSession(request)
  } catch (error) {
    const kept = await caches.match(session, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

// Nobody signed in: nothing is kept of who was.
async function refreshSession(request) {
  const answer = await fetch(request)
  const cache = await caches.open(name)
  const signedIn = answer.ok && (await answer.clone().json()).user
  if (signedIn) await cache.put(session, answer.clone())
  else if (answer.ok) await cache.delete(session, { ignoreVary: true })
  return answer
}
