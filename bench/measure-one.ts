/** The process of one measurement: takes a task as its only argument and writes a measurement as JSON to standard output. */
// Imported first, so that nothing reads another clock before.
import './processor-clock.ts'
import { isInForce } from '../solver/facts/rule-settings.ts'
import { draftOf } from '../solver/model/build.ts'
import { elasticModel } from '../solver/model/elastic.ts'
import { RULES, ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { documentFor } from './documents.ts'
import { another } from './measure-another.ts'
import { ours } from './measure-ours.ts'
import { timed } from './spent.ts'
import type { Measurement, Task } from './task.ts'

const task = JSON.parse(process.argv[2] ?? '') as Task
const document = documentFor(task, task.seed, readAtlas())
const problem = readDocument(
  { ...document, solve: { seconds: task.seconds, gap: task.gap, seed: task.seed } },
  ruleBook(),
)
const [model, build] = await timed(() => {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  return elasticModel(draftOf(problem, rules), rules, problem)
})
const { columns, rows } = model.lp
const measured = await (task.way === 'ours' ? ours(problem, model, task) : another(problem, model, task))
const measurement: Measurement = {
  task,
  ...{ columns, rows, people: problem.people.length, build },
  wholeColumns: model.lp.whole.reduce((n, whole) => n + whole, 0),
  ...measured,
  peakMemory: Math.round(process.resourceUsage().maxRSS / 1024),
}
// Large output is written asynchronously; exiting earlier would truncate it.
process.stdout.write(JSON.stringify(measurement), () => process.exit(0))
