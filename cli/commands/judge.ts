import { judgementOf } from '../../solver/judgement.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { judgementInWords } from '../../src/output/terminal.ts'
import { flag, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readJson, writeText } from '../files.ts'

/** `rota judge DOC ROTA`: every rule's own check of a rota, with no optimiser. */
export const judge: Command = {
  name: 'judge',
  does: 'Checks any rota of a document against every rule, with no optimiser.',
  arguments: [
    { name: 'DOC', help: 'the rota document, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the rota: a report, or just its assignments' },
  ],
  options: [
    { name: 'json', kind: 'flag', help: 'print the findings as JSON, and nothing else' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the findings as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const document = await readJson(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readJson(rotaFile, world)
    const rota = await fromFile(rotaFile, () => readRota(given, problem))
    const judgement = judgementOf(problem, rota, given)
    const file = textOption(call, 'output')
    if (file !== undefined) await writeText(file, jsonText(judgement))
    world.write(flag(call, 'json') ? jsonText(judgement) : judgementInWords(judgement, world.paper))
    return EXIT.answered
  },
}
