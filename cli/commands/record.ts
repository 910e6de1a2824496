import { ruleBook } from '../../solver/rules/index.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { checkDocument } from '../../src/intake/document.ts'
import { documentText } from '../../src/intake/network/document-text.ts'
import { readEvenings } from '../../src/intake/network/evenings.ts'
import { recordOf } from '../../src/intake/record/from-document.ts'
import { proposedRecord } from '../../src/intake/record/proposal.ts'
import { type Call, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, readJson, writeFileOf } from '../files.ts'
import { nextMonday } from '../weeks.ts'
import type { World } from '../world.ts'

/** `rota record ODS|DOC`: a network's record to start from. */
export const record: Command = {
  name: 'record',
  does: "Makes a network's record, from which weeks are drawn: from open data with synthetic people, or from a document.",
  arguments: [
    {
      name: 'ODS|DOC',
      help: 'the code of a network, like U99999, or a rota document (a .json file, or - for standard input)',
    },
  ],
  options: [
    {
      name: 'week',
      kind: 'text',
      value: 'DATE',
      help: 'first of the 13 weeks for which synthetic leave is made (default: next week)',
    },
    { name: 'seed', kind: 'whole', value: 'N', help: 'random seed of the synthetic people (default: 1)' },
    {
      name: 'evenings',
      kind: 'text',
      value: 'WHO',
      help: 'evenings and Saturdays are given by its own people (own) or bought in (bought; default under 20,000 patients)',
    },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the record to a file' },
  ],

  async run(call, world) {
    const [of = ''] = call.arguments
    const made =
      of === '-' || of.toLowerCase().endsWith('.json') ? await fromDocument(of, world) : proposed(of, call, world)
    const output = textOption(call, 'output')
    if (output === undefined) world.write(documentText(made))
    else {
      await writeFileOf(output, documentText(made))
      world.say(`${made.network.name}, ${made.sites.length} practices and ${made.people.length} people: ${output}`)
    }
    return EXIT.answered
  },
}

async function fromDocument(file: string, world: World) {
  const given = await readJson(file, world)
  const document = await fromFile(file, () => checkDocument(given, ruleBook()))
  return recordOf(document, readAtlas())
}

function proposed(ods: string, call: Call, world: World) {
  const who = textOption(call, 'evenings')
  return proposedRecord(readAtlas(), ods, {
    week: textOption(call, 'week') ?? nextMonday(world.today()),
    seed: numberOption(call, 'seed') ?? 1,
    ...(who === undefined ? {} : { evenings: readEvenings(who) }),
  })
}
