/** Small weeks with rotas of every kind for causes to explain: planned to the end, thinned by hand, and drawn by chance. */
import fc from 'fast-check'
import { asItStands } from '../../solver/explain/why/why.ts'
import { isInForce, levelOf } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { RULES } from '../../solver/rules/index.ts'
import { draw } from '../../src/intake/network/draw.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { withPolicies } from '../arbitraries/policies.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { HIGHS, problemOf, solveProblem } from '../solved-week.ts'

const SIZE = { people: 5, days: 3, weeks: 1, sites: 3, needs: 4 }

/** Of a rota's people, so many are sent home when it is thinned. */
const SENT_HOME = 0.4

export interface CauseWeek {
  readonly document: RotaDocument
  readonly seed: number
}

/** A third of them with rules moved, weighed otherwise or switched off. */
export function causeWeeks(): fc.Arbitrary<CauseWeek> {
  const plain = documents(SIZE)
  const document = fc.oneof({ arbitrary: plain, weight: 2 }, { arbitrary: withPolicies(plain), weight: 1 })
  return fc.record({ document, seed: fc.nat(1_000_000) })
}

export interface NamedRota {
  readonly kind: 'planned' | 'thinned' | 'drawn'
  readonly rota: Rota
}

/** None but a drawn one where the week is impossible. */
export async function rotasOf(problem: Problem, seed: number): Promise<NamedRota[]> {
  const outcome = await solveProblem(problem)
  const keeps = RULES.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'never')
  const drawn = randomRota({ problem, draft: draftOf(problem, RULES), keeps, forbidden: false }, seed)
  const rotas: NamedRota[] = [{ kind: 'drawn', rota: drawn }]
  if (outcome.kind !== 'rota') return rotas
  const thinned = await thinnedOf(problem, outcome.rota, seed)
  return [{ kind: 'planned', rota: outcome.rota }, ...(thinned === undefined ? [] : [thinned]), ...rotas]
}

/** Some of those who are not pinned are sent home; contacts are planned again as well as the others can. */
async function thinnedOf(problem: Problem, { assignments }: Rota, seed: number): Promise<NamedRota | undefined> {
  const chance = draw('thinned', seed)
  const isPinned = (a: Rota['assignments'][number]) =>
    problem.pins.some((p) => p.person === a.person && p.session === a.session && p.work === a.work)
  const left = assignments.filter((a) => isPinned(a) || !chance.chance(SENT_HOME))
  const bare: Rota = { assignments: left, clinics: [] }
  const never = RULES.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'never')
  if (never.some((rule) => rule.check(bare, problem).length > 0)) return undefined
  const { rota } = await asItStands(problem, bare, { engine: HIGHS, rules: RULES, seconds: 60 })
  return { kind: 'thinned', rota }
}

export function problemFor({ document }: CauseWeek): Problem {
  return problemOf({ ...document, solve: { seconds: 60, gap: 0, seed: 1 } })
}
