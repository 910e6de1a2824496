import { ruleBook } from '../../solver/rules/index.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { documentText } from '../../src/intake/network/document-text.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { readPublished } from '../../src/intake/record/past.ts'
import { textOption, textsOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, readJson, writeFileOf } from '../files.ts'
import { nextMonday } from '../weeks.ts'

/** `rota week RECORD`: generates a week's document from a network's record and the rotas published before. */
export const week: Command = {
  name: 'week',
  does: "Draws a week's document from a network's record: who is in post and away, what arrives, who waits, who has done what.",
  arguments: [{ name: 'RECORD', help: "the network's record, a JSON file (- for standard input)" }],
  options: [
    {
      name: 'from',
      kind: 'text',
      value: 'DATE',
      help: 'a day of the week to draw, like 2026-11-30 (default: next week)',
    },
    {
      name: 'past',
      kind: 'texts',
      value: 'FILE …',
      help: 'reports of rotas published for earlier weeks: they give history, the waiting list and the days before',
    },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the document to a file' },
  ],

  async run(call, world) {
    const [file = ''] = call.arguments
    const given = await readJson(file, world)
    const record = await fromFile(file, () => checkRecord(given, ruleBook()))
    const past = []
    for (const path of textsOption(call, 'past')) {
      const report = await readJson(path, world)
      past.push(await fromFile(path, () => readPublished(report)))
    }
    const from = textOption(call, 'from') ?? nextMonday(world.today())
    const document = drawWeek(record, { from, past, atlas: readAtlas() })
    const output = textOption(call, 'output')
    if (output === undefined) world.write(documentText(document))
    else {
      await writeFileOf(output, documentText(document))
      world.say(`${document.network.name}, week of ${document.week.from}, ${document.people.length} people: ${output}`)
    }
    return EXIT.answered
  },
}
