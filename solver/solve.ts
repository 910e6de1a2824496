/** The table of contents: draft, rules, relax, a first rota, levels, decode, judge, audit → Outcome. */
import type { Problem } from '../src/problem.ts'
import type { AuditReport } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { audit } from './check/audit.ts'
import { judge } from './check/judge.ts'
import { checked } from './engines/checked.ts'
import type { Engine } from './engines/engine.ts'
import { explainClash } from './explain/clash/clash.ts'
import { floorOf } from './facts/level-units.ts'
import { isInForce } from './facts/rule-settings.ts'
import { hasWhole } from './lp/lp.ts'
import { build } from './model/build.ts'
import { decode } from './model/decode.ts'
import { type Model, readingOf } from './model/elastic.ts'
import { presolved } from './model/presolve.ts'
import { levelReports, statusOf } from './report/levels.ts'
import type { EngineNote, ModelSize, Outcome } from './report/outcome.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { piecesOf } from './search/by-place.ts'
import { FIRST_ROTA, Standing } from './search/incumbent.ts'
import { type Staged, solveLevels } from './search/lexicographic.ts'
import { decidedLevels } from './search/linear-levels.ts'
import { Tidying } from './search/polish.ts'
import { Prospect } from './search/relaxation.ts'
import type { Staging } from './search/staging.ts'
import { type Beginning, firstRota } from './search/start/first-rota.ts'
import type { Watch } from './search/watch.ts'

/** What a solve needs from outside: an engine with the reason for it, a clock in seconds, and the rules in force. */
export interface Means {
  readonly engine: Engine
  readonly why: string
  readonly clock: () => number
  readonly rules?: readonly Rule[]
}

export async function solve(problem: Problem, means: Means, watch: Watch = {}): Promise<Outcome> {
  const began = means.clock()
  const elapsed = () => means.clock() - began
  const engine = checked(means.engine)
  const rules = (means.rules ?? RULES).filter((rule) => isInForce(rule, problem))
  tell(watch, 'building', elapsed())
  const built = build(problem, rules)
  const { draft } = built
  const model = presolved(built.model)
  const note: EngineNote = { name: engine.name, version: engine.version, why: means.why }
  const size = sizeOf(model)

  tell(watch, FIRST_ROTA, elapsed())
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  const standing = new Standing(watch, elapsed, floors)
  const { gap, seed } = problem.solve
  const prospect = new Prospect(model, engine)
  const isStopped = () => watch.stop !== undefined && Atomics.load(watch.stop, 0) !== 0
  const tidying = new Tidying(model, { engine, seed: problem.solve.seed, isStopped, elapsed })
  const beginning = { problem, draft, model, engine, prospect, tidying, gap, seed, floors, watch, standing, elapsed }
  const staged = await searched(beginning)
  if (staged.kind === 'impossible') {
    const clash = await explainClash(problem, rules, engine)
    return { kind: 'impossible', clash, size, engine: note, seconds: elapsed() }
  }
  if (staged.kind === 'no-point') return { kind: 'no-rota', size, engine: note, seconds: elapsed() }

  const tidied = await tidying.tidy(staged.point)
  const rota = decode(draft, readingOf(model, tidied.point))
  const verdicts = judge(rota, problem, rules)
  const account = audit(model, tidied.point, verdicts, tidied.tight)
  const levels = levelReports(staged.stages, verdicts, problem)
  return {
    kind: 'rota',
    status: statusOf(levels, problem.solve.gap, watch.stop),
    rota,
    levels,
    audit: account,
    size,
    engine: note,
    seconds: elapsed(),
  }
}

/** A first rota, and then level by level; the levels at once, where nothing is left to place. */
async function searched(beginning: Beginning & Pick<Staging, 'seed'>): Promise<Staged> {
  const { problem, draft, model, standing, elapsed, prospect, watch } = beginning
  try {
    if (!hasWhole(model.lp)) {
      const seconds = () => problem.solve.seconds - elapsed()
      const stop = watch.stop === undefined ? {} : { stop: watch.stop }
      const found = await decidedLevels(model, { ...beginning, ...stop, seconds })
      if (found.kind !== 'no-point') return found
    }
    const start = await firstRota(beginning)
    if (start !== undefined) standing.better(start)
    const remaining = () => problem.solve.seconds - elapsed()
    return await solveLevels({
      ...beginning,
      model: prospect.tightened,
      remaining,
      pieces: piecesOf(draft, model),
      start,
    })
  } finally {
    prospect.close()
  }
}

function tell(watch: Watch, stage: string, seconds: number): void {
  watch.onProgress?.({ stage, level: null, bound: null, best: null, gap: null, seconds })
}

function sizeOf(model: Model): ModelSize {
  return { columns: model.lp.columns, wholeColumns: model.lp.whole.reduce((n, w) => n + w, 0), rows: model.lp.rows }
}

export type { AuditReport, Rota }
