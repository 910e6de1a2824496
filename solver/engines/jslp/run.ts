/** One call of javascript-lp-solver, independent of the platform: runs in a thread of the service or in a browser's worker. */
import library from 'javascript-lp-solver'
import type { Lp } from '../../lp/lp.ts'
import { translate } from './model.ts'

/** The part of the library that is used. Its types differ between builds; in the ES module the default export is the solver itself. */
interface Library {
  Solve(model: object, precision: undefined, full: true): unknown
  readonly lastSolvedModel: unknown
}
const solver = library as unknown as Library

/** The parts of the library's last model and full answer that are read, as of the pinned version. */
interface LastModel {
  readonly constraints: readonly { readonly slack: { readonly index: number } }[]
}
interface FullSolution {
  readonly feasible: boolean
  readonly bounded: boolean
  generateSolutionSet(): Record<string, number | undefined>
  readonly _tableau: {
    readonly colByVarIndex: readonly number[]
    readonly matrix: Float64Array
    readonly __isIntegral?: boolean
  }
}

/** `seconds`: limit on the integer search; it does not limit an LP. */
export interface Options {
  readonly whole: boolean
  readonly tolerance: number
  readonly seconds?: number
}

/** The library's result in our columns and rows, unverified. */
export interface Found {
  readonly feasible: boolean
  readonly bounded: boolean
  readonly integral: boolean
  readonly point: Float64Array
  readonly duals: Float64Array
}

/** Solves an LP or MIP synchronously; it cannot be interrupted. */
export function run(lp: Lp, options: Options): Found {
  const { model, point, constraints } = translate(lp, options)
  // Depth first until there is a point; the default search may run out of time without one.
  const search =
    options.seconds === undefined
      ? {}
      : { timeout: Math.max(1, 1000 * options.seconds), nodeSelection: 'hybrid' as const }
  const solution = solver.Solve({ ...model, options: { ...model.options, ...search } }, undefined, true) as FullSolution
  const { _tableau: tableau } = solution
  const duals = new Float64Array(lp.rows)
  const last = solver.lastSolvedModel as LastModel | null
  last?.constraints.forEach(({ slack }, k) => {
    const { row, worth } = constraints[k] ?? { row: null, worth: 0 }
    const column = tableau.colByVarIndex[slack.index] ?? -1
    if (row !== null && column >= 0) duals[row] = (duals[row] ?? 0) + worth * (tableau.matrix[column] ?? 0)
  })
  // The library leaves the flag undefined if all integer columns are fixed.
  const integral = tableau.__isIntegral === true || Object.keys(model.ints ?? {}).length === 0
  return {
    feasible: solution.feasible,
    bounded: solution.bounded,
    integral,
    point: point(solution.generateSolutionSet()),
    duals,
  }
}
