/** Two people swap sessions: the resulting rota, and what rules find in it that they did not find before. */
import { LEVELS } from '../../src/breach.ts'
import { type Comparable, compare, type FindingChange } from '../../src/compare.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import { judge, levelValues } from '../check/judge.ts'
import { accountOf } from '../explain/why/account.ts'
import { clauses, effects, moveSentence } from '../explain/why/tell.ts'
import { UNITS } from '../facts/level-units.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { assignmentsOf, clinicsOf } from '../report/plan.ts'
import { round } from '../report/round.ts'
import { RULES } from '../rules/index.ts'

/** A person's session; each of the two is given to the other person. */
export interface SwapSide {
  readonly person: string
  readonly session: number
}

/** Each takes over the other's session, if there is anything in it; the rest stays. */
export function swapped(assignments: readonly Assignment[], [a, b]: readonly [SwapSide, SwapSide]): Assignment[] {
  const isOf = (side: SwapSide) => (one: Assignment) => one.person === side.person && one.session === side.session
  const [first, second] = [assignments.filter(isOf(a)), assignments.filter(isOf(b))]
  const rest = assignments.filter((one) => !first.includes(one) && !second.includes(one))
  return [
    ...rest,
    ...first.map((one) => ({ ...one, person: b.person })),
    ...second.map((one) => ({ ...one, person: a.person })),
  ]
}

/** `after`: the rota with its contacts planned again. */
export function swapAnswer(
  problem: Problem,
  { before, after, people }: { readonly before: Rota; readonly after: Rota; readonly people: readonly string[] },
): SwapAnswer {
  const [was, is] = [account(problem, before), account(problem, after)]
  const comparison = compare(was, is)
  const worse = comparison.worse.filter(({ finding }) => finding.level !== 'cost')
  const forbids = worse.filter(({ finding }) => finding.level === 'never')
  const allowed = forbids.length === 0
  const [gains, losses] = [effects(comparison, 'better', problem), effects(comparison, 'worse', problem)]
  const moves = comparison.moved.map((move) => moveSentence(move, problem))
  const concerned = new Set(worse.flatMap(({ finding }) => finding.people).filter((id) => !people.includes(id)))
  return {
    allowed,
    sentence: [...verdict(allowed, worse), ...moves, ...outcome(gains, losses)].join(' '),
    forbids: told(forbids),
    better: gains,
    worse: losses,
    breaks: told(worse.filter(({ finding }) => finding.level !== 'never')),
    affected: [...concerned],
    moves: comparison.moved,
    levels: levelsOf(problem, before, after),
    rota: { assignments: assignmentsOf(problem, after.assignments), clinics: clinicsOf(problem, after.clinics) },
  }
}

/** Every rule except stability, since a swap is a change. */
function account(problem: Problem, rota: Rota): Comparable {
  return accountOf(
    problem,
    rota,
    RULES.filter((rule) => rule.id !== 'stability' && isInForce(rule, problem)),
  )
}

function verdict(allowed: boolean, worse: readonly FindingChange[]): string[] {
  if (!allowed) {
    const why = worse.filter(({ finding }) => finding.level === 'never').map(({ finding }) => finding.sentence)
    return [`The rules forbid this swap: ${why.join(' ')}`]
  }
  return [worse.length === 0 ? 'The rules allow this swap.' : 'The rules allow this swap, but something gets worse.']
}

function outcome(better: readonly string[], worse: readonly string[]): string[] {
  if (better.length === 0 && worse.length === 0) return ['Nothing else that is measured would change.']
  if (better.length === 0) return [`For the rest, ${clauses(worse)}.`]
  if (worse.length === 0) return [`For the rest, ${clauses(better)}.`]
  return [`For the rest, ${clauses(better)}. On the other hand, ${clauses(worse)}.`]
}

function told(changes: readonly FindingChange[]): SwapAnswer['breaks'] {
  return changes.map(({ finding: { rule, level, sentence } }) => ({ rule, level, sentence }))
}

function levelsOf(problem: Problem, before: Rota, after: Rota): SwapAnswer['levels'] {
  const [was, is] = [before, after].map((rota) => levelValues(judge(rota, problem)))
  return LEVELS.map((level) => ({
    level,
    before: round(was?.get(level) ?? 0, 6),
    after: round(is?.get(level) ?? 0, 6),
    unit: UNITS[level],
  })).filter(({ level, before: a, after: b }) => level !== 'never' || a > 0 || b > 0)
}
