/** Lists derived from a rota: appointments, duties, gaps and debriefs. */
import { asWritten } from '../../src/as-written.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import type { WeekBook } from '../../src/week-book.ts'
import { gapsOf } from './actions/gaps.ts'
import { appointmentsOf } from './appointments.ts'
import { debriefsOf } from './debriefs.ts'
import { dutiesOf } from './duties.ts'

/** For a week without a rota. */
export const NO_BOOK: WeekBook = { appointments: [], duties: [], gaps: [], debriefs: [] }

export function weekBookOf(problem: Problem, rota: Rota, findings: readonly Finding[]): WeekBook {
  const written = asWritten(problem, rota)
  const debriefs = debriefsOf(problem, written)
  return {
    appointments: appointmentsOf(problem, written, debriefs),
    duties: dutiesOf(problem, written),
    gaps: gapsOf({ problem, rota: written, findings }),
    debriefs,
  }
}
