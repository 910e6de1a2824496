/** Reports the end of each solve in this process to telemetry, whether called directly or from the queue. */
import { BadInput, Stopped } from '../../src/errors.ts'
import type { Deps } from '../deps.ts'
import type { Note, SolveResult } from './telemetry-event.ts'

/** Wraps `plan` with telemetry. `clock`: monotonic milliseconds. */
export function noting(plan: Deps['plan'], note: Note, clock: () => number): Deps['plan'] {
  return async (problem, options, watch) => {
    const began = clock()
    const end = (result: Omit<SolveResult, 'seconds'>) =>
      note({ kind: 'solve-ended', result: { ...result, seconds: (clock() - began) / 1000 } })
    note({ kind: 'solve-started' })
    try {
      const report = await plan(problem, options, watch)
      const gaps = report.levels.map(({ gap }) => gap)
      const gap = gaps.length === 0 ? null : Math.max(...gaps)
      end({ outcome: report.status, gap, disputed: report.disputed })
      return report
    } catch (error) {
      end({ outcome: outcomeOf(error), gap: null, disputed: false })
      throw error
    }
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof Stopped) return 'stopped'
  return error instanceof BadInput ? 'rejected' : 'error'
}
