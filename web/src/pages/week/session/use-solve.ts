/** Solves: submit, follow events, stop. After a reload, a running solve is picked up again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { type Assignment, answered, api, type Progress, type WeekDocument, wordsOf } from '../../../api.ts'
import { type WeekKey, weekKey } from '../../../parts/week/week-queries.ts'

export interface Solving {
  readonly id: string
  readonly progress: Progress | null
  /** The incumbent; null until there is one. */
  readonly preview: readonly Assignment[] | null
  readonly isStopping: boolean
}

export interface Solver {
  /** Null if no solve is running. */
  readonly solving: Solving | null
  /** Why the last solve couldn't start, or ended without a rota. */
  readonly fault: string | null
  readonly begin: (document: () => Promise<WeekDocument>) => Promise<void>
  readonly stop: () => void
}

const UNDER_WAY = ['queued', 'running'] as const

export function useSolver(week: WeekKey): Solver {
  const queries = useQueryClient()
  const [solving, setSolving] = useState<Solving | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const found = useRunningSolve(week)
  const { ods, from } = week
  useEffect(() => {
    if (found !== null) setSolving((now) => now ?? started(found))
  }, [found])

  const ended = useCallback(
    async (id: string) => {
      setFault(await faultOf(id))
      await queries.invalidateQueries({ queryKey: weekKey({ ods, from }) })
      setSolving(null)
    },
    [queries, ods, from],
  )
  useEvents(solving?.id ?? null, setSolving, ended)

  const begin = useCallback(async (document: () => Promise<WeekDocument>) => {
    setFault(null)
    setSolving({ id: '', progress: null, preview: null, isStopping: false })
    try {
      const body = await document()
      const { id } = await answered(api.POST('/v1/solves', { body }))
      setSolving(started(id))
    } catch (error) {
      setSolving(null)
      setFault(wordsOf(error))
    }
  }, [])
  const stop = useCallback(() => {
    setSolving((now) => {
      if (now === null || now.id === '') return now
      void api.DELETE('/v1/solves/{id}', { params: { path: { id: now.id } } })
      return { ...now, isStopping: true }
    })
  }, [])
  return { solving, fault, begin, stop }
}

function started(id: string): Solving {
  return { id, progress: null, preview: null, isStopping: false }
}

/** The week's solve that was running when the page was loaded. */
function useRunningSolve({ ods, from }: WeekKey): string | null {
  const { data } = useQuery({
    queryKey: ['solves', ods, from],
    queryFn: async () => {
      const pages = await Promise.all(
        UNDER_WAY.map((state) => answered(api.GET('/v1/solves', { params: { query: { network: ods, state } } }))),
      )
      return pages.flatMap(({ operations }) => operations).find(({ weekFrom }) => weekFrom === from)?.id ?? null
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return data ?? null
}

type SetSolving = (change: (now: Solving | null) => Solving | null) => void

/** EventSource reconnects automatically and resumes after the last event received. */
function useEvents(id: string | null, setSolving: SetSolving, ended: (id: string) => Promise<void>): void {
  useEffect(() => {
    if (id === null || id === '') return
    const events = new EventSource(`/v1/solves/${id}/events`)
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const progress = JSON.parse(data) as Progress
      setSolving((now) => (now === null ? now : { ...now, progress }))
    })
    events.addEventListener('preview', ({ data }: MessageEvent<string>) => {
      const { assignments } = JSON.parse(data) as { assignments: readonly Assignment[] }
      setSolving((now) => (now === null ? now : { ...now, preview: assignments }))
    })
    events.addEventListener('state', ({ data }: MessageEvent<string>) => {
      const { state } = JSON.parse(data) as { state: string }
      if (state === 'queued' || state === 'running') return
      events.close()
      void ended(id)
    })
    events.addEventListener('error', () => {
      // After the end the service answers reconnections with 204, and the browser then closes the stream.
      if (events.readyState === EventSource.CLOSED) void ended(id)
    })
    return () => events.close()
  }, [id, setSolving, ended])
}

/** Why a solve ended without a report; null if it has one. */
async function faultOf(id: string): Promise<string | null> {
  try {
    const { problem } = await answered(api.GET('/v1/solves/{id}', { params: { path: { id } } }))
    return problem === undefined ? null : [problem.title, ...(problem.errors ?? []).map((e) => e.detail)].join(' ')
  } catch (error) {
    return wordsOf(error)
  }
}
