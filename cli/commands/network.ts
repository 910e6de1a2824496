import { readAtlas } from '../../src/intake/atlas.ts'
import { documentText } from '../../src/intake/network/document-text.ts'
import { readEvenings } from '../../src/intake/network/evenings.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import { numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { writeFileOf } from '../files.ts'
import { nextMonday } from '../weeks.ts'

/** `rota network ODS`: a document for any network in England. */
export const network: Command = {
  name: 'network',
  does: 'Writes a document for any primary care network in England, from open data with synthetic people.',
  arguments: [{ name: 'ODS', help: 'the network’s ODS code, such as U99999' }],
  options: [
    {
      name: 'week',
      kind: 'text',
      value: 'DATE',
      help: 'any day of the week to plan, such as 2026-11-30 (default: next week)',
    },
    { name: 'seed', kind: 'whole', value: 'N', help: 'random seed for people and their working patterns (default: 1)' },
    {
      name: 'evenings',
      kind: 'text',
      value: 'WHO',
      help: 'who works evenings and Saturdays: own people, or bought in (own or bought; default: bought under 20,000 patients)',
    },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the document to a file' },
  ],

  async run(call, world) {
    const week = textOption(call, 'week') ?? nextMonday(world.today())
    const seed = numberOption(call, 'seed') ?? 1
    const who = textOption(call, 'evenings')
    const evenings = who === undefined ? {} : { evenings: readEvenings(who) }
    const document = networkDocument(readAtlas(), call.arguments[0] ?? '', { week, seed, ...evenings })
    const file = textOption(call, 'output')
    if (file === undefined) world.write(documentText(document))
    else {
      await writeFileOf(file, documentText(document))
      world.say(
        `${document.network.name}, ${document.sites.length} practices and ${document.people.length} synthetic people: ${file}`,
      )
    }
    return 0
  },
}
