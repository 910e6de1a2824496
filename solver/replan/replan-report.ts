/** Replans as data and words: what changes for whom, what each further change gains, and how far it is from the best. */
import { type Comparable, compare, type Move } from '../../src/compare.ts'
import type { Problem } from '../../src/problem.ts'
import type { ReplanAnswer, ReplanLevel, ReplanPoint, ReplanStatus } from '../../src/replan-answer.ts'
import type { Rota } from '../../src/rota.ts'
import { count } from '../../src/wording/names.ts'
import { judge, levelValues } from '../check/judge.ts'
import { accountOf } from '../explain/why/account.ts'
import { clauses, effects, moveSentence } from '../explain/why/tell.ts'
import { floorOf, UNITS } from '../facts/level-units.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { assignmentsOf, clinicsOf } from '../report/plan.ts'
import { round } from '../report/round.ts'
import { RULES } from '../rules/index.ts'
import type { Replan } from './replans.ts'

/** Rounding errors of engines. */
const NOTHING = 1e-6

/** Most changes named individually in a sentence. */
const TOLD = 3

/** `allowed`: the number of changes asked for at each point. `published`: the rota without what has become impossible. */
export function replanAnswer(
  found: readonly Replan[],
  allowed: readonly (number | 'any')[],
  { problem, published }: { readonly problem: Problem; readonly published: Rota },
): ReplanAnswer {
  const stands = assignmentsOf(problem, published.assignments)
  let before: Comparable | undefined
  const points = found.map((replan, place): ReplanPoint => {
    const own = replan.rota === null ? undefined : account(problem, replan.rota)
    const was = before
    before = own ?? before
    return pointOf(replan, { problem, allowed: allowed[place] ?? 'any', own, was, stands })
  })
  return { points }
}

interface Telling {
  readonly problem: Problem
  readonly allowed: number | 'any'
  readonly own: Comparable | undefined
  /** The previous point. */
  readonly was: Comparable | undefined
  readonly stands: Comparable['assignments']
}

function pointOf(replan: Replan, { problem, allowed, own, was, stands }: Telling): ReplanPoint {
  const { rota } = replan
  if (rota === null || own === undefined) return withoutRota(replan, allowed)
  const levels = levelsOf(replan, rota, problem)
  const moves = compare({ ...own, assignments: stands }, own).moved
  const against = was && compare(was, own)
  const told = (verdict: 'better' | 'worse') => (against === undefined ? [] : effects(against, verdict, problem))
  const [gains, losses] = [told('better'), told('worse')]
  const status = statusOf(levels, problem.solve.gap)
  const sentence = sentenceOf({ allowed, moves, gains, losses, isFirst: was === undefined, problem })
  const plan = { assignments: own.assignments, clinics: clinicsOf(problem, rota.clinics) }
  return { allowed, status, sentence, gains, losses, moves, levels, rota: plan }
}

function withoutRota({ impossible }: Replan, allowed: number | 'any'): ReplanPoint {
  const changes = allowedWords(allowed)
  const sentence = impossible
    ? `With ${changes}, no rota keeps the rules that have no exception.`
    : `With ${changes}, no rota was found; nothing says that there is none.`
  const status = impossible ? 'impossible' : 'not-found'
  return { allowed, status, sentence, gains: [], losses: [], moves: [], levels: [], rota: null }
}

/** Every rule except stability, since changes are listed separately. */
function account(problem: Problem, rota: Rota): Comparable {
  return accountOf(
    problem,
    rota,
    RULES.filter((rule) => rule.id !== 'stability' && isInForce(rule, problem)),
  )
}

/** Values come from the checks. */
function levelsOf({ bounds }: Replan, rota: Rota, problem: Problem): ReplanLevel[] {
  const values = levelValues(judge(rota, problem))
  return [...values]
    .filter(([level, value]) => level !== 'never' || value > 0)
    .map(([level, value]) => {
      const bound = Math.min(value, bounds.get(level) ?? 0)
      const gap = (value - bound) / Math.max(Math.abs(value), floorOf(level, problem))
      return { level, value: round(value, 6), bound: round(bound, 6), gap: round(gap, 6), unit: UNITS[level] }
    })
}

function statusOf(levels: readonly ReplanLevel[], gap: number): ReplanStatus {
  const widest = Math.max(0, ...levels.map((level) => level.gap))
  return widest <= NOTHING ? 'proven' : widest <= gap + NOTHING ? 'within-gap' : 'open'
}

function sentenceOf(at: {
  readonly allowed: number | 'any'
  readonly moves: readonly Move[]
  readonly gains: readonly string[]
  readonly losses: readonly string[]
  readonly isFirst: boolean
  readonly problem: Problem
}): string {
  const { allowed, moves, gains, losses, isFirst, problem } = at
  const head = `With ${allowedWords(allowed)}`
  const told = moves.slice(0, TOLD).map((move) => moveSentence(move, problem))
  const more = moves.length > TOLD ? [`${count(moves.length - TOLD, 'further change')} would go with it.`] : []
  const lines = [...told, ...more].join(' ')
  if (isFirst) return moves.length === 0 ? `${head}, everybody stays where they are.` : `${head}: ${lines}`
  if (gains.length === 0) return `${head}, nothing would get better than with fewer.`
  const cost = losses.length === 0 ? '' : ` On the other hand, ${clauses(losses)}.`
  return `${head}, ${clauses(gains)}.${cost} ${lines}`
}

function allowedWords(allowed: number | 'any'): string {
  if (allowed === 'any') return 'as many changes as it takes'
  return allowed === 0 ? 'no change' : allowed === 1 ? '1 change' : `up to ${allowed} changes`
}
