/**
 * How late the event loop of a service was during each of several things: its own measure, which is reset whenever it is read, beside that
 * of this process, which only waits meanwhile and so shows what the machine adds.
 */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { rowOf } from './aftermath.ts'
import { asked } from './load.ts'
import type { Row } from './trial.ts'

const LAG = /^nodejs_eventloop_lag_max_seconds (\S+)$/m

interface Seen {
  readonly what: string
  /** Milliseconds, all three; `idle` is how late this process was. */
  readonly lag: number
  readonly idle: number
  readonly took: number
}

/**
 * Milliseconds after which operators are alerted (docs/operations.md); and what a busy machine may add, as a multiple of how late a process
 * is that only waits.
 */
const MOST = { ms: 1000, ratio: 12 }

export interface Sent {
  readonly method?: string
  readonly json?: unknown
}

export class LoopWatch {
  readonly #url: string
  readonly #seconds: number
  readonly #say: (line: string) => void
  readonly #seen: Seen[] = []
  readonly #own: IntervalHistogram = monitorEventLoopDelay({ resolution: 10 })
  readonly #faults: string[] = []

  /** `seconds` that a caller waits for one answer. */
  constructor(url: string, { seconds, say }: { readonly seconds: number; readonly say: (line: string) => void }) {
    this.#url = url
    this.#seconds = seconds
    this.#say = say
  }

  /** The body of an answer; throws if it is an error. */
  async ask(path: string, { method, json }: Sent = {}): Promise<unknown> {
    const answer = await this.answer(path, { ...(method === undefined ? {} : { method }), json })
    if (answer !== null && answer.status < 300) return answer.body
    const told = answer === null ? 'nobody' : `${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`
    this.#faults.push(`${method ?? 'a call'} ${path} was answered by ${told}`)
    throw new Error(this.#faults.at(-1))
  }

  /** Whatever is answered; null if nobody does. */
  answer(path: string, { method, json }: Sent = {}): ReturnType<typeof asked> {
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const headers = { 'content-type': 'application/json' }
    const init = { method: method ?? (json === undefined ? 'GET' : 'POST'), headers, ...body }
    return asked(this.#url + path, init, this.#seconds)
  }

  /** Measures one call. */
  call(what: string, path: string, sent: Sent = {}): Promise<unknown> {
    return this.during(what, () => this.ask(path, sent))
  }

  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    await this.#lag()
    this.#own.enable()
    this.#own.reset()
    const began = performance.now()
    const value = await work()
    const took = performance.now() - began
    const seen = { what, took, lag: await this.#lag(), idle: this.#own.max / 1e6 }
    this.#seen.push(seen)
    this.#say(`${what}: ${wordsOf(seen)}`)
    return value
  }

  /** Since it was last read. */
  async #lag(): Promise<number> {
    const response = await fetch(`${this.#url}/metrics`, { signal: AbortSignal.timeout(this.#seconds * 1000) })
    const [, seconds] = LAG.exec(await response.text()) ?? []
    return 1000 * Number(seconds)
  }

  /** A line for each thing. */
  rows(tried: string): readonly Row[] {
    const lines = this.#seen.map((one) =>
      rowOf(one.what, tried, {
        faults: one.lag <= MOST.ms || one.lag <= MOST.ratio * one.idle ? [] : [wordsOf(one)],
        seen: `${wordsOf(one)} (at most ${MOST.ms} ms, or ${MOST.ratio} times as much)`,
      }),
    )
    return [...lines, rowOf('No call fails', tried, { faults: this.#faults, seen: 'none did' })]
  }
}

function wordsOf({ lag, idle, took }: Seen): string {
  return `up to ${lag.toFixed(0)} ms late in ${(took / 1000).toFixed(1)} s; a process that only waits up to ${idle.toFixed(0)} ms`
}
