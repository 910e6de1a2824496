/** The gain for each number of changes. A long-running call: answered immediately, or polled until done. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { components, paths } from '../../../../../client/openapi.ts'
import { api, Refused, wordsOf } from '../../../api.ts'

type Body = paths['/v1/replans']['post']['requestBody']['content']['application/json']
export type Replans = components['schemas']['Replans']
type Operation = components['schemas']['ReplanOperation']
type Progress = NonNullable<Operation['progress']>

export interface Replanning {
  readonly isBusy: boolean
  readonly progress: Progress | null
  readonly answer: Replans | null
  readonly fault: string | null
  readonly ask: (body: Body) => void
  readonly stop: () => void
}

interface State {
  readonly isBusy: boolean
  readonly progress: Progress | null
  readonly answer: Replans | null
  readonly fault: string | null
}

const IDLE: State = { isBusy: false, progress: null, answer: null, fault: null }

export function useReplans(): Replanning {
  const [state, setState] = useState(IDLE)
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState(IDLE)
  }, [])
  // Abort when the user leaves the page.
  useEffect(() => () => running.current?.abort(), [])
  const ask = useCallback((body: Body) => {
    running.current?.abort()
    const asking = new AbortController()
    running.current = asking
    setState({ ...IDLE, isBusy: true })
    const isCurrent = () => running.current === asking
    answerOf(body, asking.signal, (progress) => isCurrent() && setState((now) => ({ ...now, progress }))).then(
      (answer) => isCurrent() && setState({ ...IDLE, answer }),
      (error: unknown) => isCurrent() && setState({ ...IDLE, fault: wordsOf(error) }),
    )
  }, [])
  return { ...state, ask, stop }
}

/** Seconds that the first call waits, enough for most answers. */
const WAIT = 5
/** Milliseconds between polls of an operation. */
const AGAIN = 1000

/** Handles both an answer (200) and an operation (202). Cancels the operation if the caller aborts. */
async function answerOf(body: Body, signal: AbortSignal, tell: (progress: Progress) => void): Promise<Replans> {
  const header = { Prefer: `wait=${WAIT}` }
  const { data, error, response } = await api.POST('/v1/replans', { body, params: { header } }).catch(unreachable)
  if (data === undefined) throw refusedBy(response, error)
  if (!('state' in data)) return data
  const params = { path: { id: data.id } }
  const end = () => void api.DELETE('/v1/operations/{id}', { params })
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  try {
    return await followed(data.id, signal, tell)
  } finally {
    signal.removeEventListener('abort', end)
  }
}

async function followed(id: string, signal: AbortSignal, tell: (progress: Progress) => void): Promise<Replans> {
  for (;;) {
    await pause(AGAIN, signal)
    const { data, error, response } = await api
      .GET('/v1/operations/{id}', { params: { path: { id } }, signal })
      .catch(unreachable)
    if (data === undefined) throw refusedBy(response, error)
    if (data.kind !== 'replan') throw new Refused(response.status, null)
    if (data.result !== undefined) return data.result
    if (data.state !== 'queued' && data.state !== 'running') throw new Refused(response.status, data.problem ?? null)
    if (data.progress !== undefined) tell(data.progress)
  }
}

function unreachable(): never {
  throw new Refused(0, null)
}

function refusedBy(response: Response, error: unknown): Refused {
  const isProblem = typeof error === 'object' && error !== null && 'title' in error && 'type' in error
  return new Refused(response.status, isProblem ? (error as components['schemas']['Problem']) : null)
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}
