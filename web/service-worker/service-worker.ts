/** Hands out "My week" from what the page has stored, where there is no connection. Never data: that is the page's own. */
export type {}

declare const self: ServiceWorkerGlobalScope

/** As `page-shell.ts` has them. */
const SHELL = 'rota-pages'
const PAGE = '/my-week'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(networkFirst(request))
  // Their names change with their content.
  else if (pathname.startsWith('/assets/')) event.respondWith(storedFirst(request))
})

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const stored = await caches.match(PAGE, { cacheName: SHELL })
    if (stored === undefined) throw error
    return stored
  }
}

async function storedFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: SHELL })) ?? fetch(request)
}
