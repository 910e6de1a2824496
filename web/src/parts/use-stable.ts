import { useCallback, useInsertionEffect, useRef } from 'react'

/** The same function at every drawing, which does what the latest one given does: what it is passed to is not drawn again for it. */
export function useStable<A extends readonly unknown[], R>(latest: (...given: A) => R): (...given: A) => R {
  const now = useRef(latest)
  useInsertionEffect(() => {
    now.current = latest
  })
  return useCallback((...given: A) => now.current(...given), [])
}
