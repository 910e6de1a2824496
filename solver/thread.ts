/** A whole solve (build, solve, judge) in a worker thread, so that whoever asks can go on: watched, stopped, ended. */
import { BadInput, type Complaint, Defect } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import { spawnTs } from './engines/spawn.ts'
import type { SolveProgress, Watch } from './outcome.ts'

export interface ThreadOptions {
  readonly documentHash: string
  /** Wall seconds, where the caller allows less than the document asks for. */
  readonly seconds?: number
  /** Further seconds after which the thread is ended whatever it does. */
  readonly grace?: number
}

/** What the thread is given, and what it sends back. */
export interface ThreadTask {
  readonly problem: Problem
  readonly documentHash: string
  readonly stop: Int32Array
}
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string }

/** Seconds beyond the time limit for building, tidying, judging and a slow answer to a stop. */
const GRACE = 30

/** Rejects with BadInput where the engine asked for is not to be had, with a Defect where the thread fails or has to be ended. */
export function planInThread(problem: Problem, options: ThreadOptions, watch: Watch = {}): Promise<Report> {
  const seconds = Math.min(problem.solve.seconds, options.seconds ?? Number.POSITIVE_INFINITY)
  const stop = watch.stop ?? new Int32Array(new SharedArrayBuffer(4))
  const task: ThreadTask = {
    problem: { ...problem, solve: { ...problem.solve, seconds } },
    documentHash: options.documentHash,
    stop,
  }
  return new Promise((resolve, reject) => {
    const worker = spawnTs(new URL('./thread-entry.ts', import.meta.url), task)
    const limit = setTimeout(
      () => fail(new Defect(`the solving thread did not end ${options.grace ?? GRACE} s after its time limit`)),
      (seconds + (options.grace ?? GRACE)) * 1000,
    )
    const end = () => {
      clearTimeout(limit)
      void worker.terminate()
    }
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') watch.onProgress?.(message.progress)
      else if (message.kind === 'refused') fail(new BadInput(message.complaints))
      else if (message.kind === 'failed') fail(Object.assign(new Defect(message.message), { stack: message.stack }))
      else {
        end()
        resolve(message.report)
      }
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Defect(`the solving thread ended by itself with code ${code}`)))
  })
}
