/** A standalone worker: serves no calls, only the queue of a shared database. */
import { planInThread } from '../solver/worker/thread.ts'
import { openBackend, solveWith, usualDesk, usualPlaces } from './backend.ts'
import type { Home } from './store/database.ts'
import { makeMetrics } from './telemetry/metrics.ts'
import { noting } from './telemetry/solve-notes.ts'
import { IGNORE, type Note } from './telemetry/telemetry-event.ts'
import { openWorkerEndpoint, type WorkerEndpoint } from './telemetry/worker-endpoint.ts'

export interface WorkingOptions {
  readonly home: Home
  /** Concurrent solves; undefined: all processors but one. */
  readonly places: number | undefined
  readonly log: (error: unknown) => void
  /** Called on solves and takeovers; optional. */
  readonly note?: Note
  /** Port on 127.0.0.1 for metrics and readiness, 0 for any free one; default: none. */
  readonly metricsPort?: number | undefined
}

export interface Working {
  /** Metrics address such as `http://127.0.0.1:9464`; null without a metrics port. */
  readonly url: string | null
  /** Returns running jobs to the queue. */
  close(): Promise<void>
}

/** Resolves once the worker is running; rejects if its port is in use. */
export async function startWorking(options: WorkingOptions): Promise<Working> {
  const { home, log, metricsPort, note: tell = IGNORE, places = usualPlaces() } = options
  const desk = usualDesk(log)
  const metrics = makeMetrics({ slots: places })
  const note: Note = (event) => {
    metrics.note(event)
    tell(event)
  }
  const plan = noting(planInThread, note, () => performance.now())
  const backend = await openBackend({ home, places, solve: solveWith(plan, desk.ask), log, note })
  const close = () => backend.close().finally(desk.close)
  let endpoint: WorkerEndpoint | null = null
  try {
    if (metricsPort !== undefined)
      endpoint = await openWorkerEndpoint({ port: metricsPort, metrics, queue: backend.solves.queue, log })
  } catch (error) {
    await close()
    throw error
  }
  return { url: endpoint?.url ?? null, close: () => close().finally(() => endpoint?.close()) }
}
