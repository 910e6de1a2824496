/** One run of HiGHS on one model: options in, status and values out. Nothing here is believed yet (highs-solve.ts judges). */
import type { Highs, HighsCallbackMap, Model, ModelData } from 'highs'
import { hasWhole, type Lp } from '../../lp/lp.ts'
import { underClock } from '../clock.ts'
import type { Watch } from '../watch.ts'

export interface Run {
  readonly seconds: number
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** Branches at the most; none = no limit. */
  readonly nodes?: number
  /** Steps of the simplex at the most, in a linear programme; none = no limit. */
  readonly steps?: number
  /** A linear programme that is known to end above this need not be solved to its end; Infinity: no limit. */
  readonly cutoff: number
  readonly presolve: boolean
  readonly interior: boolean
  /** No searches in parts of the programme. */
  readonly branching: boolean
  /** The last basis still fits, only prices have changed: from there the primal simplex continues, where the dual would start from scratch. */
  readonly primal: boolean
  /** Every column's value; it has passed `residuals`. */
  readonly start: Float64Array | null
  /** False for a side programme, whose bound says nothing about the one being solved. */
  readonly main: boolean
  /** True where the run ends by its own seconds only: what was found is put in order after the caller's stop, too. */
  readonly patient: boolean
}

/** `limit`: time or the caller ended it. `beyond`: it ends above the cutoff. `either`: infeasible or unbounded. `trouble`: HiGHS does not know itself. */
export interface RunEnd {
  readonly status: 'optimal' | 'limit' | 'beyond' | 'infeasible' | 'unbounded' | 'either' | 'trouble'
  /** Absent where HiGHS claims no feasible point. */
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

/** How HiGHS numbers its simplex strategies; the dual is its own choice. */
const DUAL = 1
const PRIMAL = 4

/** The largest count that HiGHS takes. */
const NO_LIMIT = 0x7fffffff

/** HiGHS's own tolerance for rows and bounds; on the programme as it scales it, which need not be enough on ours. */
const FEASIBLE = 1e-7

/** HiGHS's own share of its work for searches in parts of the programme. */
const HEURISTIC_EFFORT = 0.05

/** HiGHS's own count of branches after which what a column costs is believed. */
const RELIABLE = 8

export interface Desk {
  readonly highs: Highs
  readonly model: Model
  readonly lp: Lp
}

export function runOnce(desk: Desk, run: Run, watch: Watch): RunEnd {
  const { model, lp } = desk
  const mixed = hasWhole(lp)
  // A time limit counts all runs of a model since its clocks were last set to zero.
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
    // It looks for a first point, of which a rota has plenty, and takes longer than everything else in a small
    // programme.
    mip_heuristic_run_feasibility_jump: !run.presolve,
    mip_heuristic_effort: run.branching ? 0 : HEURISTIC_EFFORT,
    mip_heuristic_run_rins: !run.branching,
    mip_heuristic_run_rens: !run.branching,
    mip_heuristic_run_root_reduced_cost: !run.branching,
    // For a MIP, "simplex" or "ipm" would mean ignoring integrality.
    solver: mixed ? 'choose' : run.interior ? 'ipm' : 'simplex',
    objective_bound: mixed ? Number.MAX_VALUE : Math.min(run.cutoff, Number.MAX_VALUE),
    simplex_strategy: run.primal ? PRIMAL : DUAL,
    mip_lp_solver: run.interior ? 'ipm' : 'choose',
    run_crossover: 'on',
    // A point that violates the programme slightly is searched for again, with a tighter tolerance.
    primal_feasibility_tolerance: run.presolve ? FEASIBLE : FEASIBLE / 100,
    time_limit: Math.max(0, run.seconds),
    mip_rel_gap: run.relativeGap,
    mip_abs_gap: run.absoluteGap,
    // Where few columns are open, cuts below the root and trying each column out take longer than a few branches more.
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
