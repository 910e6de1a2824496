/** Makes the page available offline: caches its files in this browser, for a service worker to serve. */

/** Must match `service-worker.ts`. */
const SHELL = 'rota-pages'
const PAGE = '/my-week'

/** Call after the page has been rendered, so that everything it needs has been loaded. Does nothing if the browser doesn't support it. */
export async function storePageShell(): Promise<void> {
  // Only available over TLS or on localhost.
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
    // Storage is full or forbidden: the page still works online.
  }
}

/** Files that have been loaded or are referenced by the page. */
function loadedAssets(): readonly string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const named = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
  const scripts = [...document.scripts].map(({ src }) => src).filter((src) => src !== '')
  const urls = [...loaded, ...named, ...scripts].map((address) => new URL(address))
  const own = urls.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  return [...new Set(own.map(({ pathname }) => pathname))]
}
