import { exportGiven } from '../../api/desk/exporting.ts'
import { EXPORT_FORMATS } from '../../api/export-formats.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput, type Complaint } from '../../src/errors.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { type Call, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, readDocumentFile, writeFileOf } from '../files.ts'
import { readRotaFile } from '../rota-file.ts'

/** `rota export ROTA --document DOC --as FORMAT`: a file for people and other systems. */
export const exportFile: Command = {
  name: 'export',
  does: 'Turns a rota into a file for spreadsheets, calendars, printing or other systems.',
  arguments: [{ name: 'ROTA', help: 'the rota: a report as written by solve -o, or a list of assignments' }],
  options: [
    {
      name: 'as',
      kind: 'text',
      value: 'FORMAT',
      choices: EXPORT_FORMATS.map(({ name }) => name),
      help: EXPORT_FORMATS.map(({ name, does }) => `${name}: ${does}`).join('; '),
    },
    { name: 'document', kind: 'text', value: 'DOC', help: 'the rota’s document, a JSON file' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write to a file (default: print it)' },
  ],

  check: requireBoth,

  async run(call, world) {
    const [rotaFile = ''] = call.arguments
    const documentFile = textOption(call, 'document') ?? ''
    const format = textOption(call, 'as') ?? ''
    const document = await readDocumentFile(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readRotaFile(rotaFile, world)
    const written = await fromFile(rotaFile, () => exportGiven({ problem, given, format }))
    const file = textOption(call, 'output')
    if (file !== undefined) {
      await writeFileOf(file, written)
      world.say(`Written to ${file}.`)
    } else if (typeof written === 'string') world.write(written)
    else throw new BadInput([{ pointer: '', detail: 'This format goes into a file: -o FILE.' }])
    return EXIT.answered
  },
}

function requireBoth(call: Call): void {
  const complaints: Complaint[] = [
    ...(textOption(call, 'as') === undefined
      ? [{ pointer: '', detail: `--as is missing: one of ${EXPORT_FORMATS.map(({ name }) => name).join(', ')}.` }]
      : []),
    ...(textOption(call, 'document') === undefined
      ? [{ pointer: '', detail: '--document is missing: the document that the rota was made for.' }]
      : []),
  ]
  if (complaints.length > 0) throw new BadInput(complaints)
}
