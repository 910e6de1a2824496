import { cover as answerOf } from '../../api/desk/covering.ts'
import { within } from '../../api/desk/within.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { personNamed } from '../../src/intake/absence/person-named.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { coversInWords } from '../../src/output/text/covers.ts'
import { ABSENCE_OPTIONS, ABSENCE_SOURCES, awayOf } from '../absence-options.ts'
import { type Call, flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'

/** `rota cover DOC ROTA --away PERSON --from DATE`: ranked answers to an absence, with their effects and costs. */
export const cover: Command = {
  name: 'cover',
  does: 'Somebody is ill: ranked answers, each with whom to ask, what it changes and what it costs.',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the published rota: a report or a list of assignments' },
  ],
  options: [
    ...ABSENCE_OPTIONS,
    { name: 'most', kind: 'whole', value: 'N', most: 20, help: 'answers at most, beside leaving it open (default: 6)' },
    { name: 'json', kind: 'flag', help: 'print only the answers, as JSON' },
    { name: 'all', kind: 'flag', help: 'print everything that changes, not just the first few' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answers as JSON to a file' },
  ],

  check(call) {
    if (textOption(call, 'away') === undefined)
      throw new BadInput([{ pointer: '', detail: 'Say who is away: --away PERSON.' }])
  },

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const read = (value: unknown) => readDocument(value, ruleBook())
    const document = await readDocumentFile(documentFile, world)
    const rota = await readJson(rotaFile, world)
    world.progress('looking for cover …')
    const sources = { '/document': documentFile, '/rota': rotaFile, '/most': '--most', ...ABSENCE_SOURCES }
    const answer = await asTyped(sources, async () => {
      const problem = await within('/document', () => read(document))
      const person = await within('/away/person', () => personNamed(textOption(call, 'away') ?? '', problem))
      const sent = { document, rota, ...askedOf(call, person, world.today()) }
      return answerOf({ sent, now: world.today() }, read)
    })
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    const print = { ...world.paper, all: flag(call, 'all') }
    world.write(flag(call, 'json') ? jsonText(answer) : coversInWords(answer, read(answer.document), print))
    return EXIT.answered
  },
}

function askedOf(call: Call, person: string, today: string) {
  const [now, most] = [textOption(call, 'now'), numberOption(call, 'most')]
  return {
    away: awayOf(call, person, today),
    ...(now === undefined ? {} : { now }),
    ...(most === undefined ? {} : { most }),
  }
}
