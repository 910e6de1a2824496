/** A thread that solves one programme with HiGHS and posts the result. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Limits, Progress } from '../../../solver/engines/engine.ts'
import { highsEngine } from '../../../solver/engines/highs/highs.ts'
import type { Lp } from '../../../solver/lp/lp.ts'

export interface SolvingTask {
  readonly lp: Lp
  readonly limits: Limits
}

export type SolvingMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'point'; readonly point: Float64Array; readonly objective: number }
  | { readonly kind: 'answer'; readonly answer: Answer }

const { lp, limits } = workerData as SolvingTask
const tell = (message: SolvingMessage) => parentPort?.postMessage(message)
const answer = await highsEngine().solve(lp, {
  ...limits,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
  onPoint: (point, objective) => tell({ kind: 'point', point, objective }),
})
tell({ kind: 'answer', answer })
