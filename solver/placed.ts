/** Assignments whose time and place the rota itself decides, for rules that ask when people work. Only `check` uses this. */
import type { Problem } from '../src/problem.ts'
import { type Assignment, isCounted, type Rota } from '../src/rota.ts'

/**
 * All but sessions of training, admin and partners' time that are not pinned. The programme only counts those in each
 * person's week; they get whichever half day is left, so no rule about days or times of the day can hold them to one.
 */
export function placed(rota: Rota, problem: Problem): readonly Assignment[] {
  const pins = new Set(problem.pins.map((p) => `${p.person}|${p.session}|${p.site}|${p.work}`))
  return rota.assignments.filter((a) => !isCounted(a.work) || pins.has(`${a.person}|${a.session}|${a.site}|${a.work}`))
}
