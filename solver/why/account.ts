/** What a report would tell of a rota, as far as two rotas are compared by it. */
import type { Comparable } from '../../src/compare.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import { isCounted } from '../../src/rota.ts'
import { UNITS } from '../floors.ts'
import { findingsOf, judge, levelValues } from '../judge.ts'
import { costOf } from '../report/cost.ts'
import { inOrder } from '../report/findings.ts'
import { assignmentsOf } from '../report/plan.ts'
import { serviceOf } from '../report/service.ts'
import type { Rule } from '../rule.ts'

export function accountOf(problem: Problem, rota: Rota, rules: readonly Rule[]): Comparable {
  const verdicts = judge(rota, problem, rules)
  return {
    levels: [...levelValues(verdicts)].map(([level, value]) => ({ level, value, unit: UNITS[level] })),
    findings: inOrder(
      problem,
      findingsOf(verdicts, problem, () => undefined),
    ),
    service: serviceOf(problem, rota.clinics),
    assignments: assignmentsOf(problem, rota.assignments),
    cost: costOf(problem, rota.assignments),
  }
}

/**
 * The rota with time that is only counted (learning, paperwork, partners) left in the half days that it had in another
 * rota, as far as those are still free: no rule holds it to any, so nobody need be told that it moves.
 */
export function withTimeKept(rota: Rota, before: Rota, problem: Problem): Rota {
  const weekOf = (a: Assignment) => `${a.person} ${problem.horizon.sessions[a.session]?.week}`
  const fixed = rota.assignments.filter((a) => !isCounted(a.work))
  const busy = new Set(fixed.map((a) => `${a.person} ${a.session}`))
  for (const pin of problem.pins) if (pin.work === 'off') busy.add(`${pin.person} ${pin.session}`)
  const open = rota.assignments.filter((a) => isCounted(a.work))
  const kept = before.assignments.flatMap((old) => {
    const place = open.findIndex((a) => a.work === old.work && weekOf(a) === weekOf(old))
    if (!isCounted(old.work) || place < 0 || busy.has(`${old.person} ${old.session}`)) return []
    busy.add(`${old.person} ${old.session}`)
    open.splice(place, 1)
    return [old]
  })
  const moved = open.map((a) => {
    const home = problem.siteById.get(a.site)
    const free = problem.horizon.sessions.find(
      (s) =>
        weekOf({ ...a, session: s.index }) === weekOf(a) &&
        !s.enhancedAccess &&
        home?.open[s.index] === true &&
        problem.availability.get(a.person)?.free[s.index] === true &&
        !busy.has(`${a.person} ${s.index}`),
    )
    const session = busy.has(`${a.person} ${a.session}`) ? (free?.index ?? a.session) : a.session
    busy.add(`${a.person} ${session}`)
    return { ...a, session }
  })
  return { ...rota, assignments: [...fixed, ...kept, ...moved] }
}
