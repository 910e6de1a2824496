/** The page itself without a connection: its files are stored in this browser, and a service worker hands them out. */

/** As `service-worker.ts` has them. */
const SHELL = 'rota-pages'
const PAGE = '/my-week'

/** Once the page has been drawn: what it has loaded is what it needs. Does nothing where a browser has no such thing. */
export async function storePageShell(): Promise<void> {
  // Only over TLS, or on this machine.
  if (!('caches' in window) || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    const cache = await caches.open(SHELL)
    const needed = [PAGE, ...loadedAssets()]
    await cache.addAll(needed)
    const wanted = new Set(needed)
    for (const { url } of await cache.keys()) {
      if (!wanted.has(new URL(url).pathname)) await cache.delete(url)
    }
  } catch {
    // Storage is full or forbidden: the page works as before, with a connection.
  }
}

/** What has been loaded, and what the page refers to. */
function loadedAssets(): readonly string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const named = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
  const scripts = [...document.scripts].map(({ src }) => src).filter((src) => src !== '')
  const urls = [...loaded, ...named, ...scripts].map((address) => new URL(address))
  const own = urls.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  return [...new Set(own.map(({ pathname }) => pathname))]
}
