/** The process that watches our own solve over time: takes a task as its only argument and writes the result as JSON to standard output. */
// Imported first, so that nothing reads another clock before.
import '../processor-clock.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { build } from '../../solver/model/build.ts'
import { decode } from '../../solver/model/decode.ts'
import { readingOf } from '../../solver/model/elastic.ts'
import { presolved } from '../../solver/model/presolve.ts'
import type { Outcome } from '../../solver/report/outcome.ts'
import { RULES, ruleBook } from '../../solver/rules/index.ts'
import type { HeuristicRun } from '../../solver/search/heuristic.ts'
import { solve } from '../../solver/solve.ts'
import type { Level } from '../../src/breach.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import { documentFor } from '../documents.ts'
import { timed } from '../spent.ts'
import { type At, MARKS, type OverTime, type OverTimeTask, type Part, Samples } from './marks.ts'
import { levelsAt, priced } from './priced.ts'

const task = JSON.parse(process.argv[2] ?? '') as OverTimeTask
process.stdout.write(JSON.stringify(await overTime(task)), () => process.exit(0))

async function overTime(task: OverTimeTask): Promise<OverTime> {
  const document = documentFor(task, task.seed, readAtlas())
  const asked = { seconds: task.seconds, gap: task.gap, seed: task.seed }
  const [problem, reading] = await timed(() => readDocument({ ...document, solve: asked }, ruleBook()))
  const samples = new Samples<Float64Array>()
  const runs: HeuristicRun[] = []
  const began = performance.now() / 1000
  let building = 0
  const means = { engine: highsEngine(), why: 'the bench', clock: () => performance.now() / 1000 }
  const outcome = await solve(problem, means, {
    onHeuristic: (run) => runs.push(run),
    onProgress: ({ stage, seconds }) => {
      if (stage === 'a first rota' && building === 0) building = seconds
    },
    onBest: ({ point, bounds }) => {
      const known = new Map(bounds.map(({ level, bound }): [Level, number] => [level, bound]))
      samples.add({ at: performance.now() / 1000 - began, rota: point, bounds: known })
    },
  })
  const seconds = performance.now() / 1000 - began
  const at = await pricedAt(problem, samples, { outcome, seconds })
  return {
    ...{ name: task.name, way: 'ours', people: problem.people.length, at, seconds },
    columns: outcome.size.columns,
    end: outcome.kind === 'rota' ? outcome.status : outcome.kind,
    parts: partsOf(runs, { reading: reading.processor, building, seconds }),
  }
}

interface Ended {
  readonly outcome: Outcome
  readonly seconds: number
}

/** The rota at each mark, with its contacts planned exactly; from the end on, what the solve itself reported. */
async function pricedAt(problem: Problem, samples: Samples<Float64Array>, ended: Ended): Promise<At[]> {
  const assignmentsOf = decoderOf(problem)
  const known = new Map<Float64Array, Map<Level, number>>()
  const at: At[] = []
  for (const [k, mark] of MARKS.entries()) {
    const sample = samples.atMarks[k]
    const { outcome } = ended
    if (ended.seconds <= mark && outcome.kind === 'rota') {
      at.push({ mark, levels: outcome.levels.map(({ level, value, bound, gap }) => ({ level, value, bound, gap })) })
    } else if (sample === undefined) at.push({ mark, levels: null })
    else {
      const values = known.get(sample.rota) ?? (await priced(problem, assignmentsOf(sample.rota)))
      known.set(sample.rota, values)
      at.push({ mark, levels: levelsAt(problem, values, sample.bounds) })
    }
  }
  return at
}

/** Rebuilds the solve's programme, in order to read placements from a point. */
function decoderOf(problem: Problem): (point: Float64Array) => readonly Assignment[] {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const { draft, model: whole } = build(problem, rules)
  const model = presolved(whole)
  return (point) => decode(draft, readingOf(model, point)).assignments
}

function partsOf(
  runs: readonly HeuristicRun[],
  { reading, building, seconds }: { readonly reading: number; readonly building: number; readonly seconds: number },
): Part[] {
  const byName = new Map<string, number>()
  for (const run of runs) byName.set(run.name, (byName.get(run.name) ?? 0) + run.seconds)
  const named = [...byName].map(([name, seconds]) => ({ name, seconds }))
  const rest = named.reduce((left, part) => left - part.seconds, seconds - building)
  return [
    { name: 'reading', seconds: reading },
    { name: 'building', seconds: building },
    ...named,
    { name: 'everything else', seconds: Math.max(0, rest) },
  ]
}
