/** Caches a user's own week in this browser for offline reading. Cleared on sign-out. */

const NAME = 'rota/my-week'
/** After sign-out: an answer that was still on its way is not stored again. */
let isForgotten = false

export interface Remembered<T> {
  readonly data: T
  /** When it was loaded (ISO 8601). */
  readonly at: string
}

export function rememberOwn<T>(data: T): Remembered<T> {
  const remembered = { data, at: new Date().toISOString() }
  if (isForgotten) return remembered
  try {
    localStorage.setItem(NAME, JSON.stringify(remembered))
  } catch {
    // Without storage the page can't be read offline; everything else works.
  }
  return remembered
}

/** Null if nothing is cached, or the entry can't be read. */
export function rememberedOwn<T>(isData: (data: unknown) => data is T): Remembered<T> | null {
  try {
    const memory: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null')
    if (typeof memory !== 'object' || memory === null || !('data' in memory) || !('at' in memory)) return null
    const { data, at } = memory
    return isData(data) && typeof at === 'string' ? { data, at } : null
  } catch {
    // No storage, or an entry from another version.
    return null
  }
}

/** For as long as this page stays loaded; signing in loads another. */
export function forgetOwn(): void {
  isForgotten = true
  try {
    localStorage.removeItem(NAME)
  } catch {
    // Without storage there is nothing to clear.
  }
}
