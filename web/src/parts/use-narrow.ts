import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 40.0625em)'

/** True where a week does not fit beside its names: a telephone, or a page at 200%. */
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
