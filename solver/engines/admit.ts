/** The entry to every engine: rejects invalid programmes as our own fault, and answers those that need no engine. */
import { Defect } from '../../src/errors.ts'
import { flaw } from '../lp/flaw.ts'
import type { Lp } from '../lp/lp.ts'
import { TOLERANCE } from '../lp/residuals.ts'
import type { Answer } from './engine.ts'

/** Throws a Defect that names the column or row of a flaw. Returns an answer if bounds cross or there are no columns, otherwise null. */
export function admit(lp: Lp): Answer | null {
  const wrong = flaw(lp)
  if (wrong !== null) throw new Defect(`The programme is broken: ${wrong}.`)
  if (crossed(lp)) return { status: 'infeasible' }
  // HiGHS calls a programme without columns "empty" and does not check its rows.
  if (lp.columns > 0) return null
  return { status: 'optimal', point: new Float64Array(0), objective: lp.offset, bound: lp.offset }
}

function crossed(lp: Lp): boolean {
  for (let j = 0; j < lp.columns; j++) {
    const [lower, upper] = [lp.lower[j] ?? 0, lp.upper[j] ?? 0]
    if (lower > upper) return true
    if (lp.whole[j] === 1 && Math.ceil(lower - TOLERANCE.whole) > Math.floor(upper + TOLERANCE.whole)) return true
  }
  for (let r = 0; r < lp.rows; r++) {
    const [lower, upper] = [lp.rowLower[r] ?? 0, lp.rowUpper[r] ?? 0]
    if (lower > upper) return true
    const empty = lp.starts[r] === lp.starts[r + 1]
    if (empty && (lower > TOLERANCE.row || upper < -TOLERANCE.row)) return true
  }
  return false
}
