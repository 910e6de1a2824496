/** The process that watches CP-SAT over time: takes a task as its only argument and writes the result as JSON to standard output. */

import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { build } from '../../solver/model/build.ts'
import { decode } from '../../solver/model/decode.ts'
import { readingOf } from '../../solver/model/elastic.ts'
import { presolved } from '../../solver/model/presolve.ts'
import { RULES, ruleBook } from '../../solver/rules/index.ts'
import type { Level } from '../../src/breach.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { documentFor } from '../documents.ts'
import { incumbentEngine } from '../peers/incumbent-engine.ts'
import { travel } from '../roads.ts'
import { MARKS, type OverTime, type OverTimeTask } from './marks.ts'
import { pricedMarks } from './priced.ts'

/** CP-SAT computes in thousandths, so it could not hold a level any tighter. */
const THOUSANDTH = 1e-3

const task = JSON.parse(process.argv[2] ?? '') as OverTimeTask
process.stdout.write(JSON.stringify(await overTime(task)), () => process.exit(0))

/** Level by level, like every peer that gets our programme; every rota found on the way counts. */
async function overTime(task: OverTimeTask): Promise<OverTime> {
  const document = documentFor(task, task.seed, readAtlas())
  const problem = readDocument({ ...document, solve: { seed: task.seed } }, ruleBook())
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const { draft, model: whole } = build(problem, rules)
  const model = presolved(whole)
  const engine = await incumbentEngine(task.python)
  const travelled = await travel(model, {
    ...{ engine, relaxed: false, interior: false, gap: task.gap, tolerance: THOUSANDTH },
    left: () => task.seconds - engine.processor(),
    floorOf: (level: Level) => floorOf(level, problem),
  })
  await engine.close?.()
  const marks = MARKS.filter((mark) => mark <= Math.max(task.seconds, engine.processor()))
  const rotas = marks.map((mark) => {
    const last = engine.incumbents.findLast(({ at }) => at <= mark)
    return { mark, assignments: last === undefined ? null : decode(draft, readingOf(model, last.point)).assignments }
  })
  return {
    ...{ name: task.name, way: 'CP-SAT', people: problem.people.length, columns: 0, unproven: true },
    at: await pricedMarks(problem, rotas),
    seconds: engine.processor(),
    end: travelled.end,
    parts: [],
  }
}
