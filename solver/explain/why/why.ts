/** "Why is it not so?": finds the nearest rota in which it is, and says what that would cost. */
import { LEVELS, type Level } from '../../../src/breach.ts'
import { type Comparison, compare } from '../../../src/compare.ts'
import { BadInput } from '../../../src/errors.ts'
import type { Problem } from '../../../src/problem.ts'
import { pinsOf, type Question } from '../../../src/question.ts'
import type { ClashReport } from '../../../src/report.ts'
import type { Rota } from '../../../src/rota.ts'
import { judge } from '../../check/judge.ts'
import { checked } from '../../engines/checked.ts'
import type { Engine } from '../../engines/engine.ts'
import { floorOf } from '../../facts/level-units.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { bestWithHeld } from '../../search/keep-levels.ts'
import type { Proof } from '../../search/nearest.ts'
import { polish } from '../../search/polish.ts'
import { levelValue } from '../../search/tolerances.ts'
import { whyNotThere } from '../causes/person.ts'
import { sceneOf } from '../causes/scene.ts'
import { causeInWords } from '../causes/wording.ts'
import { explainRefusal } from '../clash/clash.ts'
import { openWeek, verdictOnAsks } from '../clash/week.ts'
import { accountOf } from './account.ts'
import { decisionsOf, fits, isPlacement, pose, rotaAt } from './posed.ts'
import { type Before, search } from './search.ts'
import { tellAlready, tellClash, tellOutOfTime, tellPossible } from './tell.ts'

export type WhyAnswer =
  | { readonly kind: 'so-already'; readonly sentences: readonly string[] }
  | { readonly kind: 'impossible'; readonly sentences: readonly string[]; readonly clash: ClashReport }
  | { readonly kind: 'out-of-time'; readonly sentences: readonly string[] }
  | {
      readonly kind: 'possible'
      /** What would get worse and better, who would move, and what is proven. */
      readonly sentences: readonly string[]
      readonly comparison: Comparison
      readonly rota: Rota
      readonly proof: Proof
    }

export interface WhyMeans {
  readonly engine: Engine
  readonly rules?: readonly Rule[]
  /** Wall-clock seconds per call of the engine; an answer takes a few dozen calls. */
  readonly seconds?: number
  /** Called with the current step, in words. */
  readonly onStep?: (words: string) => void
}

export async function why(
  problem: Problem,
  rota: Rota,
  asked: { readonly question: Question } & WhyMeans,
): Promise<WhyAnswer> {
  const { question, rules = RULES, seconds = 10, onStep = () => {} } = asked
  const engine = checked(asked.engine)
  if (isSo(rota, question)) return alreadySo(problem, rota, question)
  onStep('asking whether it can be')
  const pins = pinsOf(question, problem)
  const pinned: Problem = { ...problem, pins: [...problem.pins, ...pins] }
  const week = openWeek(pinned, rules, engine)
  if ((await verdictOnAsks(week, week.asks)) === 'impossible') {
    const clash = await explainRefusal(problem, { pins, rules, engine })
    return { kind: 'impossible', clash, sentences: tellClash(question, clash, problem) }
  }
  onStep('looking at the rota as it is')
  const before = await asItStands(problem, rota, { engine, rules, seconds })
  const found = await search({
    before,
    question,
    posed: pose(pinned, rules, rota),
    engine,
    seconds,
    onStep,
  })
  if (found === undefined) return { kind: 'out-of-time', sentences: tellOutOfTime(question, problem) }
  const account = (of: Rota) => accountOf(problem, of, before.posed.rules)
  const comparison = compare(account(before.rota), account(found.rota))
  const sentences = tellPossible({ question, comparison, proof: found.proof, problem })
  return { kind: 'possible', comparison, ...found, sentences }
}

function alreadySo(problem: Problem, rota: Rota, question: Question): WhyAnswer {
  const [session = 0] = question.sessions
  const at = { person: question.person, session }
  const cause = question.ask === 'off' ? whyNotThere(sceneOf(problem, rota), at, null) : []
  const why = cause.length === 0 ? [] : [causeInWords(cause, problem)]
  return { kind: 'so-already', sentences: [...tellAlready(question, problem), ...why] }
}

/**
 * The given rota with all placements fixed and the best contact plan for them. Telephone work stays as in the rota if it has a clinic plan;
 * otherwise it is planned too.
 */
export async function asItStands(
  problem: Problem,
  rota: Rota,
  by: { engine: Engine; rules: readonly Rule[]; seconds: number },
): Promise<Before> {
  const posed = pose(problem, by.rules, rota)
  const { seed } = problem.solve
  const base = { model: posed.model, engine: by.engine, seconds: by.seconds, seed, start: undefined }
  const decisions = decisionsOf(rota, posed)
  const held = rota.clinics.length > 0 ? decisions : decisions.filter(({ of }) => isPlacement(of) || 'person' in of)
  const point = fits(rota, posed)
    ? await bestWithHeld({ ...base, held, floorOf: (level) => floorOf(level, problem) })
    : undefined
  if (point === undefined) return refuse(problem, rota, posed.rules)
  const polished = await polish(posed.model, point, { engine: by.engine, seed })
  const values = new Map<Level, number>(LEVELS.map((level) => [level, 0]))
  for (const costs of posed.model.levels) values.set(costs.level, levelValue(costs, polished.point))
  return { posed, point: polished.point, rota: rotaAt(posed, polished.point), values }
}

/** A rota that breaks hard rules cannot be compared with. */
function refuse(problem: Problem, rota: Rota, rules: readonly Rule[]): never {
  const broken = judge(rota, problem, rules).filter((verdict) => verdict.level === 'never')
  const said = broken.flatMap(({ rule, breaches }) => breaches.map((breach) => rule.say(breach, problem))).slice(0, 3)
  const detail =
    `This rota breaks rules that have no exception, so nothing can be compared with it. ${said.join(' ')}`.trim()
  throw new BadInput([{ pointer: '/assignments', detail }])
}

function isSo(rota: Rota, { person, sessions, ask, site }: Question): boolean {
  return sessions.every((session) => {
    const there = rota.assignments.filter((a) => a.person === person && a.session === session)
    if (ask === 'off') return there.length === 0
    return there.some((a) => a.site === site && (ask === 'at' || a.work === ask))
  })
}
