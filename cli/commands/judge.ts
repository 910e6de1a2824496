import { judgementOf } from '../../solver/judge-given.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { judgementInWords } from '../../src/output/terminal/judgement.ts'
import { flag, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readJson, writeText } from '../files.ts'

/** `rota judge DOC ROTA`: every rule's own check of a rota; where it says nothing of its clinics, with the best that its people could hold. */
export const judge: Command = {
  name: 'judge',
  does: 'Checks any rota of a document against every rule, and tells what it comes to on every level.',
  arguments: [
    { name: 'DOC', help: 'the rota document, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the rota: a report, or just its assignments; without clinics, the best ones are planned' },
  ],
  options: [
    { name: 'json', kind: 'flag', help: 'print the judgement as JSON, and nothing else' },
    { name: 'all', kind: 'flag', help: 'print every finding, where it would otherwise say "and so many more"' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the judgement as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const document = await readJson(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readJson(rotaFile, world)
    const rota = await fromFile(rotaFile, () => readRota(given, problem))
    world.progress('judging …')
    const judgement = await judgementOf(problem, rota, given)
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeText(file, jsonText(judgement))
    world.write(
      flag(call, 'json')
        ? jsonText(judgement)
        : judgementInWords(judgement, problem, { ...world.paper, all: flag(call, 'all') }),
    )
    return EXIT.answered
  },
}
