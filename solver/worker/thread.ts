/**
 * Runs a whole solve (build, solve, judge) in a worker thread, so that the caller is not blocked and can watch, stop and terminate it. The
 * thread sends each better rota at once, so that the best survives if the thread has to be killed.
 */
import { BadInput, type Complaint, Defect, Stopped } from '../../src/errors.ts'
import type { Problem } from '../../src/problem.ts'
import type { Judgement, Report } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { now } from '../engines/clock.ts'
import { spawnTs } from '../engines/spawn.ts'
import type { Salvage } from '../recover.ts'
import type { BestSoFar, RotaPreview, SolveProgress, Watch } from '../search/watch.ts'

export interface ThreadOptions {
  readonly documentHash: string
  /** Wall-clock seconds, if the caller allows less than the document. */
  readonly seconds?: number
  /** Seconds after the time limit, or after a stop, before the thread is terminated. */
  readonly grace?: number
  /** Replaces the solving thread, for tests of threads that fail. */
  readonly entry?: URL
}

/** The thread's input. */
export interface ThreadTask {
  readonly problem: Problem
  readonly documentHash: string
  readonly stop: Int32Array
  /** A rota found by another thread, only to be judged and reported. */
  readonly found?: Omit<Salvage, 'engine'>
}
/** A rota from elsewhere, with `claim` as received. */
export interface JudgingTask {
  readonly problem: Problem
  readonly judge: { readonly rota: Rota; readonly claim: unknown }
}
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'best'; readonly best: BestSoFar }
  | { readonly kind: 'preview'; readonly preview: RotaPreview }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'judgement'; readonly judgement: Judgement }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string }

/** Seconds beyond the time limit for building, polishing, judging and reacting to a stop. */
const GRACE = 30
/** Seconds for judging a known rota: a few LPs at most, but the machine may be busy. */
const JUDGING = 600
/** Interval for polling the caller's stop flag. */
const LOOK_EVERY_MS = 200

const ENTRY = new URL('./thread-entry.ts', import.meta.url)

/**
 * Rejects with BadInput if the requested engine is unavailable; with Stopped if the caller stopped it before there was a rota, for example
 * while a large programme was being built; with a Defect if the thread fails, or reaches its limit without a rota.
 */
export async function planInThread(problem: Problem, options: ThreadOptions, watch: Watch = {}): Promise<Report> {
  const seconds = Math.min(problem.solve.seconds, options.seconds ?? Number.POSITIVE_INFINITY)
  const grace = options.grace ?? GRACE
  const stop = watch.stop ?? new Int32Array(new SharedArrayBuffer(4))
  const { documentHash } = options
  const task: ThreadTask = {
    problem: { ...problem, solve: { ...problem.solve, seconds } },
    documentHash,
    stop,
  }
  const began = now()
  const ending = await threadOf({ entry: options.entry ?? ENTRY, task, until: seconds + grace, grace }, watch)
  if (ending.kind === 'report') return ending.report
  const late = `the solving thread did not end ${grace} s after its time limit, or a stop`
  if (ending.best === undefined)
    throw Atomics.load(stop, 0) === 0
      ? new Defect(`${late}, and had no rota by then`)
      : new Stopped('the solve was stopped before it had a rota')
  const found = { best: ending.best, seconds: now() - began, stop }
  const told = await threadOf({ entry: ENTRY, task: { ...task, found }, until: JUDGING, grace: JUDGING }, {})
  if (told.kind === 'report') return told.report
  throw new Defect(`${late}, and its rota could not be judged in time`)
}

/** `judgementOf` in a separate thread. Rejects like `planInThread`. */
export function judgeInThread(problem: Problem, rota: Rota, claim: unknown): Promise<Judgement> {
  const task: JudgingTask = { problem, judge: { rota, claim } }
  return new Promise((resolve, reject) => {
    const worker = spawnTs(ENTRY, task)
    const late = setTimeout(() => fail(new Defect(`a rota was not judged within ${JUDGING} s`)), JUDGING * 1000)
    const end = () => {
      clearTimeout(late)
      void worker.terminate()
    }
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind !== 'judgement') return fail(errorOf(message))
      end()
      resolve(message.judgement)
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(endedByItself(code)))
  })
}

function errorOf(message: ThreadMessage): Error {
  if (message.kind === 'refused') return new BadInput(message.complaints)
  if (message.kind === 'failed') return Object.assign(new Defect(message.message), { stack: message.stack })
  return new Defect(`the thread sent a ${message.kind} that nobody had asked for`)
}

function endedByItself(code: number): Defect {
  return new Defect(`the solving thread ended by itself with code ${code}`)
}

interface Thread {
  readonly entry: URL
  readonly task: ThreadTask
  /** Seconds until it is terminated, and seconds allowed after a stop. */
  readonly until: number
  readonly grace: number
}

type Ending =
  | { readonly kind: 'report'; readonly report: Report }
  /** Terminated, with the best rota sent until then. */
  | { readonly kind: 'cut'; readonly best: BestSoFar | undefined }

function threadOf({ entry, task, until, grace }: Thread, watch: Watch): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const worker = spawnTs(entry, task)
    const began = now()
    let best: BestSoFar | undefined
    let stopped = Number.POSITIVE_INFINITY
    const end = () => {
      clearInterval(looking)
      void worker.terminate()
    }
    const looking = setInterval(() => {
      if (Atomics.load(task.stop, 0) !== 0) stopped = Math.min(stopped, now())
      if (now() - began < until && now() - stopped < grace) return
      end()
      resolve({ kind: 'cut', best })
    }, LOOK_EVERY_MS)
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') watch.onProgress?.(message.progress)
      else if (message.kind === 'preview') watch.onPreview?.(message.preview)
      else if (message.kind === 'best') {
        best = message.best
        watch.onBest?.(best)
      } else if (message.kind === 'report') {
        end()
        resolve({ kind: 'report', report: message.report })
      } else fail(errorOf(message))
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(endedByItself(code)))
  })
}
