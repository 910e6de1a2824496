/** One run of HiGHS on one model: options in, status and values out. Results are unverified; solve.ts judges them. */
import type { Highs, HighsCallbackMap, Model, ModelData } from 'highs'
import { hasWhole, type Lp } from '../../lp/lp.ts'
import { underClock } from '../clock.ts'
import type { Watch } from '../watch.ts'

export interface Run {
  readonly seconds: number
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** Node limit; default none. */
  readonly nodes?: number
  /** Limit on simplex iterations in an LP; default none. */
  readonly steps?: number
  /** Objective cutoff for LPs; Infinity for none. */
  readonly cutoff: number
  readonly presolve: boolean
  readonly interior: boolean
  /** No sub-MIP heuristics. */
  readonly branching: boolean
  /**
   * Only costs have changed and the last basis is still primal feasible: continue with the
   * primal simplex. The dual would start from scratch.
   */
  readonly primal: boolean
  /** A value for every column; it has passed `residuals`. */
  readonly start: Float64Array | null
  /** False for an auxiliary programme, whose bound says nothing about the one being solved. */
  readonly main: boolean
  /** True if only the time limit ends the run: a point is still repaired after the caller has stopped the solve. */
  readonly patient: boolean
}

/**
 * `limit`: a limit or the caller ended it. `beyond`: the objective exceeds the cutoff. `either`:
 * infeasible or unbounded. `trouble`: HiGHS does not know.
 */
export interface RunEnd {
  readonly status: 'optimal' | 'limit' | 'beyond' | 'infeasible' | 'unbounded' | 'either' | 'trouble'
  /** Undefined if HiGHS reports no feasible point. */
  readonly point?: Float64Array
  readonly bound: number
  readonly duals?: Float64Array
  readonly reducedCosts?: Float64Array
  /** What HiGHS threw when it crashed. */
  readonly cause?: unknown
}

export function modelData(lp: Lp): ModelData {
  const matrix = { format: 'csr', numRows: lp.rows, numCols: lp.columns } as const
  return {
    numCols: lp.columns,
    numRows: lp.rows,
    offset: lp.offset,
    colCost: lp.cost,
    colLower: lp.lower,
    colUpper: lp.upper,
    rowLower: lp.rowLower,
    rowUpper: lp.rowUpper,
    matrix: { ...matrix, starts: lp.starts, indices: lp.indices, values: lp.values },
    integrality: Int32Array.from(lp.whole),
  }
}

/** HiGHS's codes for the simplex strategy; dual is its default. */
const DUAL = 1
const PRIMAL = 4

/** The largest count that HiGHS accepts. */
const NO_LIMIT = 0x7fffffff

/** HiGHS's default feasibility tolerance. It applies to the programme as HiGHS scales it, and may be too loose for ours. */
const FEASIBLE = 1e-7

/** HiGHS's default effort for sub-MIP heuristics. */
const HEURISTIC_EFFORT = 0.05

/** HiGHS's default number of branchings after which pseudocosts count as reliable. */
const RELIABLE = 8

export interface Desk {
  readonly highs: Highs
  readonly model: Model
  readonly lp: Lp
}

export function runOnce(desk: Desk, run: Run, watch: Watch): RunEnd {
  const { model, lp } = desk
  const mixed = hasWhole(lp)
  // HiGHS applies the time limit to all runs of a model since its clocks were last reset.
  model.zeroAllClocks()
  // A MIP starts from the given start, not from what an earlier run left behind.
  if (mixed || run.interior) model.clearSolver()
  model.options.set(options(run, mixed))
  if (mixed && run.start !== null) model.setSolution({ colValue: run.start })
  const over = () => watch.over() && !run.patient
  underClock(over, () => model.run(callbacks(desk, run, { watch, over })))
  return readEnd(desk, mixed)
}

function options(run: Run, mixed: boolean): Record<string, boolean | number | string> {
  return {
    output_flag: false,
    presolve: run.presolve ? 'choose' : 'off',
    // The feasibility jump looks for a first point, which a rota has already, and takes longer than everything else in a small programme.
    mip_heuristic_run_feasibility_jump: !run.presolve,
    mip_heuristic_effort: run.branching ? 0 : HEURISTIC_EFFORT,
    mip_heuristic_run_rins: !run.branching,
    mip_heuristic_run_rens: !run.branching,
    mip_heuristic_run_root_reduced_cost: !run.branching,
    // For a MIP, "simplex" or "ipm" would ignore integrality.
    solver: mixed ? 'choose' : run.interior ? 'ipm' : 'simplex',
    objective_bound: mixed ? Number.MAX_VALUE : Math.min(run.cutoff, Number.MAX_VALUE),
    simplex_strategy: run.primal ? PRIMAL : DUAL,
    mip_lp_solver: run.interior ? 'ipm' : 'choose',
    run_crossover: 'on',
    // Run again after a slightly infeasible point, with a tighter tolerance.
    primal_feasibility_tolerance: run.presolve ? FEASIBLE : FEASIBLE / 100,
    time_limit: Math.max(0, run.seconds),
    mip_rel_gap: run.relativeGap,
    mip_abs_gap: run.absoluteGap,
    // With few open columns, cuts at nodes and strong branching take longer than some more branching.
    mip_allow_cut_separation_at_nodes: !run.branching,
    mip_pscost_minreliable: run.branching ? 0 : RELIABLE,
    mip_max_nodes: run.nodes ?? NO_LIMIT,
    simplex_iteration_limit: mixed ? NO_LIMIT : (run.steps ?? NO_LIMIT),
    random_seed: Math.abs(Math.trunc(run.seed)) % 0x7fffffff,
  }
}

interface Listener {
  readonly watch: Watch
  readonly over: () => boolean
}

function callbacks({ highs }: Desk, run: Run, { watch, over }: Listener): HighsCallbackMap {
  const kind = highs.constants.callbackType
  const hear = (bound: number | undefined) => {
    if (run.main) watch.hear(bound)
  }
  const check = (event: { interrupt(): void }): undefined => {
    if (over()) event.interrupt()
  }
  return {
    [kind.simplexInterrupt]: check,
    [kind.ipmInterrupt]: check,
    [kind.mipInterrupt]: (event) => {
      hear(event.data.mip_dual_bound)
      return check(event)
    },
    [kind.mipImprovingSolution]: (event) => {
      hear(event.data.mip_dual_bound)
      if (event.data.mip_solution !== undefined) watch.offer(event.data.mip_solution)
      return undefined
    },
  }
}

function readEnd({ highs, model }: Desk, mixed: boolean): RunEnd {
  const status = statusOf(highs, model)
  const has = highs.constants.solutionStatus.feasible
  const found = model.info.get('primal_solution_status') === has
  if (!found && status === 'optimal') return { status: 'trouble', bound: -Infinity }
  if (!found) return { status, bound: mixed ? finite(Number(model.info.get('mip_dual_bound'))) : -Infinity }
  const { colValue: point, rowDual: duals, colDual: reducedCosts } = model.getSolution()
  if (mixed) return { status, point, bound: finite(Number(model.info.get('mip_dual_bound'))) }
  const bound = status === 'optimal' ? model.getObjectiveValue() : -Infinity
  const priced = model.info.get('dual_solution_status') === has
  return priced ? { status, point, bound, duals, reducedCosts } : { status, point, bound }
}

function finite(bound: number): number {
  return Number.isFinite(bound) ? bound : -Infinity
}

function statusOf(highs: Highs, model: Model): RunEnd['status'] {
  const known = highs.constants.modelStatus
  switch (model.getModelStatus()) {
    case known.optimal:
      return 'optimal'
    case known.infeasible:
      return 'infeasible'
    case known.unbounded:
      return 'unbounded'
    case known.unboundedOrInfeasible:
      return 'either'
    case known.timeLimit:
    case known.interrupted:
    case known.iterationLimit:
    case known.solutionLimit:
    case known.objectiveTarget:
      return 'limit'
    case known.objectiveBound:
      return 'beyond'
    default:
      return 'trouble'
  }
}
