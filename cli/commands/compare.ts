import { availableParallelism } from 'node:os'
import { compare as answerOf, type HashedWeek } from '../../api/desk/comparing.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { planInThread } from '../../solver/worker/thread.ts'
import { comparisonCharts } from '../../src/charts/comparison-charts.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { comparisonInWords } from '../../src/output/text/comparison.ts'
import type { Report } from '../../src/report.ts'
import { flag, numberOption, textOption } from '../call.ts'
import { writeCharts } from '../charts.ts'
import type { Command } from '../command.ts'
import { workOff } from '../england/pool.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'
import type { World } from '../world.ts'

/** `rota compare DOC SCENARIOS`: scenarios of one week side by side. */
export const compare: Command = {
  name: 'compare',
  does: 'Compares scenarios of a week in one table: as staffing mixes at once, or as whole rotas.',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    { name: 'SCENARIOS', help: 'a list of { "name", "changes" }, a JSON file' },
  ],
  options: [
    { name: 'depth', kind: 'text', value: 'DEPTH', choices: ['mix', 'rota'], help: 'mix (default) or rota' },
    { name: 'evidence', kind: 'flag', help: 'whether conclusions hold where assumptions are lower or higher (mix)' },
    { name: 'workers', kind: 'whole', value: 'N', most: 64, help: 'rotas solved at once (default: one a core)' },
    { name: 'svg', kind: 'text', value: 'FOLDER', help: 'write a chart of each figure to a folder, as SVG' },
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', scenariosFile = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const scenarios = await readJson(scenariosFile, world)
    const workers = numberOption(call, 'workers') ?? availableParallelism()
    const depth = textOption(call, 'depth') ?? 'mix'
    const sources = {
      '/document': documentFile,
      '/scenarios': scenariosFile,
      '/depth': '--depth',
      '/evidence': '--evidence',
    }
    const reading = { ruleBook: ruleBook(), read: (value: unknown) => readDocument(value, ruleBook()) }
    const answer = await asTyped(sources, () =>
      answerOf(
        {
          sent: { document, scenarios, depth, evidence: flag(call, 'evidence') },
          onStep: (name) => world.progress(`solving ${name} …`),
          plan: (weeks) => plannedAtOnce(weeks, workers, world),
        },
        reading,
      ),
    )
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    await writeCharts(textOption(call, 'svg'), comparisonCharts(answer), world)
    world.write(flag(call, 'json') ? jsonText(answer) : comparisonInWords(answer, world.paper))
    return EXIT.answered
  },
}

async function plannedAtOnce(weeks: readonly HashedWeek[], workers: number, world: World): Promise<Report[]> {
  const reports: Report[] = []
  await workOff({
    tasks: [...weeks.entries()],
    workers,
    isOver: () => false,
    work: async ([n, { name, problem, documentHash }]) => {
      world.progress(`planning ${name} …`)
      reports[n] = await planInThread(problem, { documentHash })
    },
  })
  return reports
}
