/** A pool of threads that read, check and judge documents off the main thread, with time and memory limits. */
import { Refusal } from '../problems.ts'
import type { DeskTask } from './desk-thread.ts'
import { openPlace, type Place, type Waiting } from './place.ts'
import type { Tasks } from './tasks.ts'

export interface AskOptions {
  /** The caller, if there are several: no caller may take every thread. */
  readonly who?: string | null
  /** Timeout in seconds, after which the thread is terminated. */
  readonly seconds?: number
  /** Aborted when nobody waits for the answer any more; a task that hasn't started is then dropped. */
  readonly signal?: AbortSignal
}

/** Runs a task. Rejects with the task's error, or with a Refusal if it exceeds its limits or the queue is full. */
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
  /** Maximum number of threads, started on demand. */
  readonly places: number
  /** Heap limit per thread. */
  readonly megabytes: number
  /** Queue length limit. */
  readonly most: number
  readonly log: (error: unknown) => void
  /** Replaces the thread's entry point, for tests of failing threads. */
  readonly entry?: URL
}

/** Default timeout in seconds while a caller waits; anything longer is an operation. */
const SECONDS = 120

/** `Retry-After` for refused callers, in seconds. */
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
    // The thread runs the task of this name, so input and answer have that task's types.
    ask: ask as Ask,
    close: async () => {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new Refusal('not-ready'))
      await Promise.all([...places].map((place) => place.end(new Refusal('not-ready'))))
    },
  }
}

/** First in, first out, except that one caller leaves a thread to others if there is more than one thread. */
function nextOf(queue: Waiting[], places: ReadonlySet<Place>, most: number): Waiting | undefined {
  const busy = [...places].map(({ doing }) => doing?.who ?? null)
  const at = queue.findIndex(
    ({ who }) => who === null || busy.filter((one) => one === who).length < Math.max(1, most - 1),
  )
  return at < 0 ? undefined : queue.splice(at, 1)[0]
}

/** A desk without threads, for processes that serve nobody else meanwhile. */
export function deskAtOnce(tasks: Tasks): Desk {
  const ask = async (name: keyof Tasks, input: never) => (tasks[name] as (input: never) => unknown)(input)
  return { ask: ask as unknown as Ask, close: async () => undefined }
}
