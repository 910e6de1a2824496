/**
 * The best contact plan for a rota whose people are already placed, optimised level by level with the rules' own rows. Rotas that break
 * hard rules get a plan too: placements are given facts here.
 */
import { asWritten } from '../../src/as-written.ts'
import { Defect } from '../../src/errors.ts'
import { grouped } from '../../src/grouped.ts'
import { byText } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import { checked } from '../engines/checked.ts'
import type { Engine } from '../engines/engine.ts'
import { withWholeFixed } from '../lp/edit.ts'
import { fractionalColumns } from '../lp/lp.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { build, type RowRule } from '../model/build.ts'
import { clinicsOf } from '../model/decode.ts'
import type { Draft } from '../model/draft.ts'
import { type Model, readingOf } from '../model/elastic.ts'
import { GivenDraft } from '../model/given-draft.ts'
import { presolved, withoutBroken } from '../model/presolve.ts'
import { Frozen } from './lexicographic.ts'
import { linearLevels } from './linear-levels.ts'
import { Relaxation } from './relaxation.ts'
import { levelValue } from './tolerances.ts'

export interface PlanMeans {
  readonly engine: Engine
  /** The rules in force. */
  readonly rules: readonly RowRule[]
}

/** Seconds for one level. Effectively unlimited: callers with less time terminate the thread. */
const PATIENCE = 3600

/** Relative gap of a level in programmes with integer columns (the number of people working by telephone). */
const WHOLE_GAP = 1e-4

/** The rota with its best clinics, and with `remote` set for everybody. */
export async function contactPlan(
  problem: Problem,
  assignments: readonly Assignment[],
  { engine, rules }: PlanMeans,
): Promise<Rota> {
  const { draft, model: whole } = build(problem, rules, new GivenDraft(problem, assignments))
  const model = withoutBroken(presolved(whole))
  const point = await bestPoint(model, checked(engine), problem.solve.seed)
  const read = readingOf(model, point)
  return asWritten(problem, {
    assignments: withTelephones(assignments, draft, read),
    clinics: clinicsOf(draft, read),
  })
}

async function bestPoint(model: Model, engine: Engine, seed: number): Promise<Float64Array> {
  const point = await linearPoint(model, engine, seed)
  return fractionalColumns(model.lp, point).length === 0 ? point : wholePoint(model, engine, seed)
}

async function linearPoint(model: Model, engine: Engine, seed: number): Promise<Float64Array> {
  const found = await linearLevels(model, { engine, seed, seconds: () => PATIENCE })
  if (found.kind !== 'point') throw new Defect(`planning contacts is ${found.kind}, though everybody may wait`)
  if (!found.tight) throw new Defect(`${engine.name} did not come to the end of a plan of contacts`)
  return found.point
}

/**
 * For points where the LP relaxation has a fractional number of people on the telephone. Level by level: if the current integer numbers are
 * as good as the relaxation's bound, keep them; otherwise solve the level as a MIP.
 */
async function wholePoint(model: Model, engine: Engine, seed: number): Promise<Float64Array> {
  const relaxed = new Relaxation(model, engine)
  const frozen = new Frozen(model.lp)
  const limits = { seconds: PATIENCE, relativeGap: WHOLE_GAP, absoluteGap: WHOLE_GAP, seed, branching: true }
  const caps: number[] = []
  let best: Float64Array | undefined
  try {
    for (const [rank, costs] of model.levels.entries()) {
      const looked = await relaxed.solve(rank, caps, limits)
      const least = 'bound' in looked ? looked.bound : 0
      if (best === undefined || levelValue(costs, best) > least + WHOLE_GAP * Math.max(1, least)) {
        const start = best === undefined ? {} : { start: best }
        const answer = await engine.solve(frozen.withCosts(costs), { ...limits, ...start })
        if (answer.status !== 'optimal') throw new Defect(`planning who telephones is ${answer.status}`)
        best = await linearPoint({ ...model, lp: withWholeFixed(model.lp, answer.point) }, engine, seed)
      }
      caps.push(levelValue(costs, best))
      frozen.freeze(costs, levelValue(costs, best))
    }
  } finally {
    relaxed.close()
  }
  return best ?? linearPoint(model, engine, seed)
}

/** Where the rota leaves open who works by telephone, picks as many people as the plan wants, the last by id as in our own rotas. */
function withTelephones(
  assignments: readonly Assignment[],
  draft: Draft,
  read: (column: DraftColumn) => number,
): Assignment[] {
  const cadreOf = (a: Assignment) => draft.problem.personById.get(a.person)?.cadre ?? ''
  const inClinic = assignments.filter((a) => a.work === 'clinic')
  const chosen = grouped(inClinic, (a) => `${cadreOf(a)}|${a.site}|${a.session}`).flatMap((here) => {
    const [first] = here
    const column = first && draft.remote(cadreOf(first), first.site, first.session)
    const more = column === undefined ? 0 : Math.round(read(column)) - here.filter((a) => a.remote).length
    const open = here.filter((a) => a.mayTelephone && !a.remote)
    return [...open].sort((a, b) => byText(b.person, a.person)).slice(0, Math.max(0, more))
  })
  const telephones = new Set(chosen)
  return assignments.map((a) => {
    const { mayTelephone, ...said } = a
    return { ...said, remote: a.remote || telephones.has(a) }
  })
}
