/** Plans the networks of a run, in threads of this process or by workers that share a database. */
import { openBackend, solveWith, usualDesk } from '../../api/backend.ts'
import type { Home } from '../../api/main.ts'
import { planInThread } from '../../solver/worker/thread.ts'
import { planByQueue } from './plan-by-queue.ts'
import type { PlanNetwork } from './plan-network.ts'

export interface Planner {
  readonly plan: PlanNetwork
  close(): Promise<void>
}

/** Milliseconds between two polls of an operation: a network takes seconds. */
const LOOK_EVERY = 500

/** `places`: networks solved at once in this process; 0 leaves all to workers elsewhere. */
export async function openPlanner(
  home: Home,
  { places, log }: { readonly places: number; readonly log: (error: unknown) => void },
): Promise<Planner> {
  const desk = usualDesk(log)
  const backend = await openBackend({ home, places, solve: solveWith(planInThread, desk.ask), log })
  const close = () => backend.close().finally(desk.close)
  return { plan: planByQueue({ solves: backend.solves, lookEvery: LOOK_EVERY }), close }
}
