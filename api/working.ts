/** A worker by itself: no calls, only the queue of a database that services share. */
import { planInThread } from '../solver/worker/thread.ts'
import { openBackend, solveWith, usualDesk, usualPlaces } from './backend.ts'
import type { Home } from './store/database.ts'

export interface WorkingOptions {
  readonly home: Home
  /** Solves at once; all processors but one where undefined. */
  readonly places: number | undefined
  readonly log: (error: unknown) => void
}

/** Resolves once it works; its `close` puts back what is under way. */
export async function startWorking({ home, places, log }: WorkingOptions): Promise<{ close(): Promise<void> }> {
  const desk = usualDesk(log)
  const backend = await openBackend({
    home,
    places: places ?? usualPlaces(),
    solve: solveWith(planInThread, desk.ask),
    log,
  })
  return { close: () => backend.close().finally(desk.close) }
}
