/** The table of contents: draft, rules, relax, a first rota, levels, decode, judge, audit → Outcome. */
import type { Problem } from '../src/problem.ts'
import type { AuditReport } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { audit } from './audit.ts'
import { explainClash } from './clash.ts'
import { decode } from './decode.ts'
import { Draft } from './draft.ts'
import { checked } from './engines/checked.ts'
import type { Engine } from './engines/engine.ts'
import { floorOf } from './floors.ts'
import { judge } from './judge.ts'
import { levelReports, statusOf } from './level-reports.ts'
import { piecesOf } from './neighbourhoods.ts'
import { isInForce } from './numbers.ts'
import type { EngineNote, ModelSize, Outcome, Watch } from './outcome.ts'
import { placePersonByPerson } from './person-by-person.ts'
import { type Model, relax } from './relax.ts'
import { finishStart, type RoundOff, tidy } from './round-off.ts'
import type { Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { solveLevels } from './stages.ts'
import { Standing } from './standing.ts'
import { placePeople } from './start.ts'

/** What a solve needs from outside: an engine with the reason for it, a clock in seconds, and the rules in force. */
export interface Means {
  readonly engine: Engine
  readonly why: string
  readonly clock: () => number
  readonly rules?: readonly Rule[]
}

/** Of all time, where the quick first rota breaks a rule: until then people are placed one by one, and placed anew. */
const FIRST_SHARE = 0.7

export async function solve(problem: Problem, means: Means, watch: Watch = {}): Promise<Outcome> {
  const began = means.clock()
  const elapsed = () => means.clock() - began
  const engine = checked(means.engine)
  const rules = (means.rules ?? RULES).filter((rule) => isInForce(rule, problem))
  tell(watch, 'building', elapsed())
  const draft = draftOf(problem, rules)
  const model = relax(draft, rules, problem)
  const note: EngineNote = { name: engine.name, version: engine.version, why: means.why }
  const size = sizeOf(model)

  tell(watch, 'a first rota', elapsed())
  const settings = { engine, seed: problem.solve.seed, seconds: problem.solve.seconds }
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  const standing = new Standing(watch, elapsed, floors)
  const start = await firstRota(model, draft, { ...settings, elapsed, watch })
  if (start !== undefined) standing.better(start)
  const staged = await solveLevels({
    model,
    engine,
    remaining: () => problem.solve.seconds - elapsed(),
    gap: problem.solve.gap,
    seed: problem.solve.seed,
    pieces: piecesOf(draft, model),
    ...{ floors, start, watch, standing, elapsed },
  })
  if (staged.kind === 'impossible') {
    const clash = await explainClash(problem, rules, engine)
    return { kind: 'impossible', clash, size, engine: note, seconds: elapsed() }
  }
  if (staged.kind === 'no-point') return { kind: 'no-rota', size, engine: note, seconds: elapsed() }

  const tidied = await tidy(model, staged.point, settings)
  const rota = decode(draft, (column) => tidied.point[model.columnOf[column] ?? -1] ?? 0)
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

/** The quick one; where that breaks a rule that never bends, people placed one after another. */
async function firstRota(
  model: Model,
  draft: Draft,
  { elapsed, watch, ...settings }: RoundOff & { readonly elapsed: () => number; readonly watch: Watch },
): Promise<Float64Array | undefined> {
  const quick = await finishStart(model, draft, placePeople(draft), settings)
  if (quick !== undefined) return quick
  const { engine, seed, seconds } = settings
  const stop = watch.stop === undefined ? {} : { stop: watch.stop }
  return placePersonByPerson(model, draft, {
    engine,
    seed,
    remaining: () => FIRST_SHARE * seconds - elapsed(),
    ...stop,
  })
}

/** The rules' rows over every column that they leave open. */
export function draftOf(problem: Problem, rules: readonly Rule[]): Draft {
  const draft = new Draft(problem)
  for (const rule of rules) {
    draft.beginRule(rule.id)
    rule.add(draft, problem)
  }
  return draft
}

function tell(watch: Watch, stage: string, seconds: number): void {
  watch.onProgress?.({ stage, level: null, bound: null, best: null, gap: null, seconds })
}

function sizeOf(model: Model): ModelSize {
  return { columns: model.lp.columns, wholeColumns: model.lp.whole.reduce((n, w) => n + w, 0), rows: model.lp.rows }
}

export type { AuditReport, Rota }
