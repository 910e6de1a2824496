/** Where documents are read, checked and judged: threads beside the one that answers calls, with limits of time and memory. */
import { Refusal } from '../problems.ts'
import type { DeskTask } from './desk-thread.ts'
import { openPlace, type Place, type Waiting } from './place.ts'
import type { Tasks } from './tasks.ts'

export interface AskOptions {
  /** The caller, if there are several: nobody gets every thread. */
  readonly who?: string | null
  /** Seconds after which the thread is ended, whatever it does. */
  readonly seconds?: number
  /** Aborted when nobody waits for the answer any more: a task that no thread has begun then never is. */
  readonly signal?: AbortSignal
}

/** Runs a task. Rejects as the task does, or with a Refusal if it is too heavy or too many are waiting. */
export type Ask = <N extends keyof Tasks>(
  name: N,
  input: Parameters<Tasks[N]>[0],
  options?: AskOptions,
) => Promise<Awaited<ReturnType<Tasks[N]>>>

export interface Desk {
  readonly ask: Ask
  close(): Promise<void>
}

export interface DeskOptions {
  /** Threads at most; each is started when it is first needed. */
  readonly places: number
  /** Of one thread's own memory. */
  readonly megabytes: number
  /** Tasks that may wait for a thread. */
  readonly most: number
  readonly log: (error: unknown) => void
  /** Another thread, for tests of what becomes of threads that go wrong. */
  readonly entry?: URL
}

/** Seconds of a call that somebody waits for: minutes are for operations. */
const SECONDS = 120

/** Seconds after which a caller who was refused may well be let in. */
const RETRY_AFTER = 5

const ENTRY = new URL('./desk-thread.ts', import.meta.url)

export function openDesk({ places: most, megabytes, most: waiting, log, entry = ENTRY }: DeskOptions): Desk {
  const queue: Waiting[] = []
  const places = new Set<Place>()
  let closed = false
  const open = () => {
    const place = openPlace({ entry, megabytes, log, onFree: pump, onGone: (gone) => places.delete(gone) && pump() })
    places.add(place)
    return place
  }
  const pump = () => {
    while (!closed) {
      const idle = [...places].find(({ doing }) => doing === null)
      if (idle === undefined && places.size >= most) return
      const next = nextOf(queue, places, most)
      if (next === undefined) return
      const place = idle ?? open()
      place.start(next)
    }
  }
  const ask = (name: DeskTask['name'], input: unknown, { who = null, seconds = SECONDS, signal }: AskOptions = {}) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) throw new Refusal('not-ready')
      if (queue.length >= waiting) throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
      const asked: Waiting = { task: { name, input }, who, seconds, resolve, reject }
      queue.push(asked)
      signal?.addEventListener('abort', () => {
        const at = queue.indexOf(asked)
        if (at >= 0) queue.splice(at, 1)[0]?.reject(new Refusal('busy'))
      })
      pump()
    })
  return {
    // The thread does the task of this name, whose input and answer are those of its type.
    ask: ask as Ask,
    close: async () => {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new Refusal('not-ready'))
      await Promise.all([...places].map((place) => place.end(new Refusal('not-ready'))))
    },
  }
}

/** In order of request, but one caller leaves a thread to the others if there is more than one thread. */
function nextOf(queue: Waiting[], places: ReadonlySet<Place>, most: number): Waiting | undefined {
  const busy = [...places].map(({ doing }) => doing?.who ?? null)
  const at = queue.findIndex(
    ({ who }) => who === null || busy.filter((one) => one === who).length < Math.max(1, most - 1),
  )
  return at < 0 ? undefined : queue.splice(at, 1)[0]
}

/** Runs tasks directly: for callers that have nobody else to answer meanwhile. */
export function deskAtOnce(tasks: Tasks): Desk {
  const ask = async (name: keyof Tasks, input: never) => (tasks[name] as (input: never) => unknown)(input)
  return { ask: ask as unknown as Ask, close: async () => undefined }
}
