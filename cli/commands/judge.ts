import { boundedJudgement } from '../../solver/bounded-judgement.ts'
import { judgementOf } from '../../solver/judge-given.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { judgementInWords } from '../../src/output/text/judgement.ts'
import { flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readDocumentFile, writeFileOf } from '../files.ts'
import { readRotaFile } from '../rota-file.ts'

/** `rota judge DOC ROTA`: checks a rota against every rule; if it has no clinics, with the best clinics its people allow. */
export const judge: Command = {
  name: 'judge',
  does: 'Checks any rota against every rule, with its value on every level.',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    {
      name: 'ROTA',
      help: 'the rota: a report, a list of assignments, or a table or workbook written by export --as csv or xlsx; without clinics, the best possible ones are planned',
    },
  ],
  options: [
    { name: 'bound', kind: 'flag', help: 'also compute how far the rota is from the best possible, level by level' },
    {
      name: 'seconds',
      kind: 'number',
      value: 'N',
      help: 'time limit in seconds for that (default: as the document says)',
    },
    { name: 'json', kind: 'flag', help: 'print only the judgement, as JSON' },
    { name: 'all', kind: 'flag', help: 'print every finding, not just the first few of each rule' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the judgement as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readRotaFile(rotaFile, world)
    const rota = await fromFile(rotaFile, () => readRota(given, problem))
    world.progress('judging …')
    const seconds = numberOption(call, 'seconds') ?? problem.solve.seconds
    const judgement = flag(call, 'bound')
      ? await boundedJudgement(problem, rota, {
          claim: given,
          causes: true,
          seconds,
          clock: () => performance.now() / 1000,
        })
      : await judgementOf(problem, rota, given)
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(judgement))
    world.write(
      flag(call, 'json')
        ? jsonText(judgement)
        : judgementInWords(judgement, problem, { ...world.paper, all: flag(call, 'all') }),
    )
    return EXIT.answered
  },
}
