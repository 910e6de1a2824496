import { useCallback, useInsertionEffect, useRef } from 'react'

/** A stable function that calls the latest one given, so that components receiving it aren't rendered again. */
export function useStable<A extends readonly unknown[], R>(latest: (...given: A) => R): (...given: A) => R {
  const now = useRef(latest)
  useInsertionEffect(() => {
    now.current = latest
  })
  return useCallback((...given: A) => now.current(...given), [])
}
