/** One call of javascript-lp-solver, free of any platform: in a thread of the service, or in a browser's worker. */
import library from 'javascript-lp-solver'
import type { Lp } from '../../lp/lp.ts'
import { translate } from './model.ts'

/** What is used of the library. Its types differ between its two halves; as an ES module its default export is the solver itself. */
interface Library {
  Solve(model: object, precision: undefined, full: true): unknown
  readonly lastSolvedModel: unknown
}
const solver = library as unknown as Library

/** What is read of the library's last model and full answer, as of the pinned version. */
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

/** `seconds`: when the search for whole columns ends; it doesn't bound a linear programme. */
export interface Options {
  readonly whole: boolean
  readonly tolerance: number
  readonly seconds?: number
}

/** What the library says, in our columns and rows: to be checked. */
export interface Found {
  readonly feasible: boolean
  readonly bounded: boolean
  readonly integral: boolean
  readonly point: Float64Array
  readonly duals: Float64Array
}

/** A linear or mixed programme, solved where it is called: nothing ends it. */
export function run(lp: Lp, options: Options): Found {
  const { model, point, constraints } = translate(lp, options)
  // Depth first until there is a point; by default it may run out of time without one.
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
  // It returns nothing for a programme whose integer columns are all fixed.
  const integral = tableau.__isIntegral === true || Object.keys(model.ints ?? {}).length === 0
  return {
    feasible: solution.feasible,
    bounded: solution.bounded,
    integral,
    point: point(solution.generateSolutionSet()),
    duals,
  }
}
