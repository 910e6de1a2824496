import { hashKey, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LongProgress } from './long-call.ts'

export interface LongQuestion<T> {
  readonly queryKey: QueryKey
  readonly isWanted: boolean
  readonly ask: (following: {
    readonly signal: AbortSignal
    readonly tell: (progress: LongProgress) => void
  }) => Promise<T>
}

/** A question that may take a while, with progress and a way to stop it. Answers are cached while the page is open. */
export function useLongQuery<T>({ queryKey, isWanted, ask }: LongQuestion<T>) {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<LongProgress | null>(null)
  // Stopping only applies to the current question.
  const [stopped, setStopped] = useState<string | null>(null)
  const question = hashKey(queryKey)
  const isStopped = stopped === question
  const query = useQuery({
    queryKey,
    enabled: isWanted && !isStopped,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 0,
    queryFn: ({ signal }) => {
      setProgress(null)
      return ask({ signal, tell: setProgress })
    },
  })
  return {
    ...{ data: query.data, error: query.error, isError: query.isError, isFetching: query.isFetching },
    ...{ progress, isStopped },
    refetch: () => {
      setStopped(null)
      return query.refetch()
    },
    stop: () => {
      setStopped(question)
      void queries.cancelQueries({ queryKey })
    },
  }
}
