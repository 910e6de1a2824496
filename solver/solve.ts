/** A solve from start to end: draft, rules, elastic model, first rota, levels, decode, judge, audit → Outcome. */
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
import { FIRST_ROTA, Incumbent } from './search/incumbent.ts'
import { lastBounds } from './search/last-bounds.ts'
import { type LevelsWon, solveLevels } from './search/lexicographic.ts'
import { decidedLevels } from './search/linear-levels.ts'
import { Polishing } from './search/polish.ts'
import { provenOf } from './search/proven.ts'
import { Relaxation } from './search/relaxation.ts'
import { type Beginning, firstRota } from './search/start/first-rota.ts'
import { TimeLimit } from './search/time-limit.ts'
import type { Watch } from './search/watch.ts'
import { inWords, toldTo } from './telling.ts'

/** What a solve needs from outside: an engine and the reason for choosing it, a clock in seconds, and the rules in force. */
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

  const told = toldTo(watch, { problem, elapsed, decode: (point) => decode(draft, readingOf(model, point)) })
  tell(told, FIRST_ROTA, elapsed())
  const { gap, seed, seconds } = problem.solve
  const time = new TimeLimit({ seconds, elapsed, stop: watch.stop })
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  const asked = { gap, floors }
  const relaxation = new Relaxation(model, engine)
  const incumbent = new Incumbent(told, elapsed, asked)
  incumbent.provenBy((point) => provenOf(model, { asked, relaxation, point }))
  const search = { engine, seed, time, asked, relaxation, incumbent }
  const polishing = new Polishing(model, { engine, seed, time })
  const won = await searched({ problem, draft, model, search, polishing })
  if (won.kind === 'impossible') {
    const clash = await explainClash(problem, rules, engine)
    return { kind: 'impossible', clash, size, engine: note, seconds: elapsed() }
  }
  if (won.kind === 'no-point') return { kind: 'no-rota', size, engine: note, seconds: elapsed() }

  const polished = await polishing.polish(won.point)
  const rota = decode(draft, readingOf(model, polished.point))
  const verdicts = judge(rota, problem, rules)
  const account = audit(model, polished.point, verdicts, polished.tight)
  const levels = levelReports(won.results, verdicts, problem)
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

/** A first rota, then level by level; if nothing is left to place, directly the levels. */
async function searched(beginning: Beginning): Promise<LevelsWon> {
  const { model, search } = beginning
  try {
    if (!hasWhole(model.lp)) {
      const found = await decidedLevels(model, search)
      if (found.kind !== 'no-point') return found
    }
    const start = await firstRota(beginning)
    if (start !== undefined) {
      search.incumbent.better(start)
      await lastBounds(model, search)
    }
    return await solveLevels(search.relaxation.withCuts(), search, start)
  } finally {
    search.relaxation.close()
  }
}

function tell(watch: Watch, stage: string, seconds: number): void {
  watch.onProgress?.(inWords({ stage, level: null, bound: null, best: null, gap: null, seconds }, undefined))
}

function sizeOf(model: Model): ModelSize {
  return { columns: model.lp.columns, wholeColumns: model.lp.whole.reduce((n, w) => n + w, 0), rows: model.lp.rows }
}

export type { AuditReport, Rota }
