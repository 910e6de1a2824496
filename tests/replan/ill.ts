/** Random weeks in which somebody is ill, with a rota that breaks no rule without exception. */
import fc from 'fast-check'
import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce, levelOf } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { assignmentsOf, clinicsOf } from '../../solver/report/plan.ts'
import { RULES } from '../../solver/rules/index.ts'
import { LEVELS } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds, type Rota } from '../../src/rota.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents, type Size } from '../arbitraries.ts'
import { read } from './absent.ts'

/** Engines keep rows to a millionth, and a week has thousands of them. */
const EVEN = 2e-3

export interface Case {
  readonly document: RotaDocument
  readonly problem: Problem
  readonly rota: Rota
  /** The one who is ill, and what they lose. */
  readonly lost: Assignment
}

/** A random week with a rota that breaks no rule without exception, and one of its sessions with patients. */
export const weeksOf = (size: Size) =>
  fc.record({ document: documents(size), seed: fc.nat() }).map(({ document, seed }): Case | null => {
    const problem = read(document)
    const keeps = RULES.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'never')
    const rota = randomRota({ problem, draft: draftOf(problem, RULES), keeps, forbidden: false }, seed)
    const [lost] = rota.assignments.filter((a) => meetsNeeds(a.work)).slice(seed % 3)
    const isKept = keeps.every((rule) => rule.check(rota, problem).length === 0)
    return lost === undefined || !isKept ? null : { document, problem, rota, lost }
  })

export function rowsOf({ problem, rota }: Pick<Case, 'problem' | 'rota'>) {
  return { assignments: assignmentsOf(problem, rota.assignments), clinics: clinicsOf(problem, rota.clinics) }
}

export function asked(one: Case) {
  const { date = '', part = '' } = one.problem.horizon.sessions[one.lost.session] ?? {}
  return { document: one.document, away: { person: one.lost.person, from: date, parts: [part] } }
}

/** Negative where the first is better in the first level that differs. */
export function compareValues(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  problem: Problem,
): number {
  const level = LEVELS.find((one) => Math.abs((a.get(one) ?? 0) - (b.get(one) ?? 0)) > EVEN * floorOf(one, problem))
  return level === undefined ? 0 : (a.get(level) ?? 0) - (b.get(level) ?? 0)
}
