/** A week's programme for human readers and other solvers: named columns, and a total for each level. */
import type { Level } from '../src/breach.ts'
import type { Problem } from '../src/problem.ts'
import type { Lp } from './lp/lp.ts'
import { toMps } from './lp/mps.ts'
import { type NamedLp, toLpFormat } from './lp/named-lp.ts'
import { build } from './model/build.ts'
import type { LevelCosts } from './model/elastic.ts'
import { readableNames } from './model/readable-names.ts'
import { RULES } from './rules/index.ts'

/**
 * Minimises the level's total. The totals of all levels are columns, `total_safety` and so on, so that a won level can be capped. Contains
 * the rules' rows only: no presolve, no cuts, no first rota.
 */
export function namedProgramme(problem: Problem, level?: Level): NamedLp {
  const built = build(problem, RULES)
  const { columns, rows } = readableNames(built, problem)
  const { levels } = built.model
  // Two ranks are called never: rules that are hard by nature, and rules that the network has made hard.
  const totals = levels.map((one, n) => ({
    ...one,
    name: `total_${one.level}${levels.findIndex((other) => other.level === one.level) === n ? '' : '_2'}`,
  }))
  const chosen = level === undefined ? totals[0] : totals.find((one) => one.level === level)
  return {
    lp: withTotals(built.model.lp, totals, chosen === undefined ? -1 : totals.indexOf(chosen)),
    columns: [...columns, ...totals.map(({ name }) => name)],
    rows: [...rows, ...totals.map(({ name }) => `sum_of_${name}`)],
    comments: [
      `${problem.network.name}, week from ${problem.horizon.from}: the whole week as a linear programme`,
      chosen === undefined
        ? 'no rule can be broken: any point within the rows is a rota'
        : `minimises ${chosen.name}; levels in order: ${totals.map(({ name }) => name).join(', ')}`,
      'works_, duty_, visits_ and so on, then PERSON_SITE_SESSION: 1 where that person does that work there and then',
      'seen_NEED_CADRE_SITE_SESSION: contacts met; from_SITE_NEED_CADRE_SESSION: whose patients they are; waiting_, returned_: contacts at the end of a day',
      'short_ROW: by how much a row of a rule may be missed, at a cost in its level; rows are named after their rules (docs/rules.md)',
    ],
  }
}

export interface WrittenProgramme {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/** In CPLEX's LP format or as free MPS. */
export function writtenProgramme(problem: Problem, as: 'lp' | 'mps', level?: Level): WrittenProgramme {
  const named = namedProgramme(problem, level)
  const { columns, rows } = named.lp
  return { text: as === 'mps' ? toMps(named.lp, named) : toLpFormat(named), columns, rows }
}

function withTotals(lp: Lp, totals: readonly LevelCosts[], chosen: number): Lp {
  const most = (costs: LevelCosts) =>
    costs.columns.reduce((sum, j, k) => sum + Math.max(0, (lp.upper[j] ?? 0) * (costs.costs[k] ?? 0)), 0)
  const least = (costs: LevelCosts) =>
    costs.columns.reduce((sum, j, k) => sum + Math.min(0, (lp.upper[j] ?? 0) * (costs.costs[k] ?? 0)), 0)
  const starts = [...lp.starts]
  const indices = [...lp.indices]
  const values = [...lp.values]
  for (const [n, { columns, costs }] of totals.entries()) {
    indices.push(...columns, lp.columns + n)
    values.push(...costs, -1)
    starts.push(indices.length)
  }
  const zeros = totals.map(() => 0)
  return {
    columns: lp.columns + totals.length,
    rows: lp.rows + totals.length,
    offset: lp.offset,
    cost: Float64Array.from([...lp.cost, ...totals.map((_, n) => (n === chosen ? 1 : 0))]),
    lower: Float64Array.from([...lp.lower, ...totals.map(least)]),
    upper: Float64Array.from([...lp.upper, ...totals.map(most)]),
    whole: Uint8Array.from([...lp.whole, ...zeros]),
    rowLower: Float64Array.from([...lp.rowLower, ...zeros]),
    rowUpper: Float64Array.from([...lp.rowUpper, ...zeros]),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
