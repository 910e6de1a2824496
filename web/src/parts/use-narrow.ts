import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 40.0625em)'

/** True if a week doesn't fit next to its names: on a phone, or at 200% zoom. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(NARROW).matches,
  )
}
