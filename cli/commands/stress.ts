import { basename } from 'node:path'
import { stress as answerOf } from '../../api/desk/stressing.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import type { StressStep } from '../../solver/stress-test.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { stressInWords } from '../../src/output/text/stress.ts'
import { bookedIn, stressesInWords, type TriedRota } from '../../src/output/text/stress-against.ts'
import { flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'

/** `rota stress DOC ROTA`: how a rota stands up to illness and demand. */
export const stress: Command = {
  name: 'stress',
  does: 'Tries a rota against sampled illness and demand, and against every single absence.',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the rota: a report or a list of assignments' },
  ],
  options: [
    {
      name: 'against',
      kind: 'text',
      value: 'ROTA',
      help: 'another rota of the document, tried against the same weeks',
    },
    { name: 'samples', kind: 'whole', value: 'N', most: 1000, help: 'weeks that are drawn (default: 100)' },
    {
      name: 'seed',
      kind: 'whole',
      value: 'N',
      most: 2_147_483_647,
      help: 'the same seed draws the same weeks (default: 1)',
    },
    { name: 'all', kind: 'flag', help: 'print every absence that breaks the week' },
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const againstFile = textOption(call, 'against')
    const rota = await readJson(rotaFile, world)
    const other = againstFile === undefined ? undefined : await readJson(againstFile, world)
    const [samples, seed] = [numberOption(call, 'samples'), numberOption(call, 'seed')]
    const sent = {
      document,
      ...(samples === undefined ? {} : { samples }),
      ...(seed === undefined ? {} : { seed }),
    }
    const read = (value: unknown) => readDocument(value, ruleBook())
    const onStep = ({ step, of, name }: StressStep) => world.progress(`${name ?? `week ${step} of ${of}`} …`)
    const tried = async (from: string, given: unknown): Promise<TriedRota> => {
      const sources = { '/document': documentFile, '/rota': from, '/samples': '--samples', '/seed': '--seed' }
      const answer = await asTyped(sources, () => answerOf({ sent: { ...sent, rota: given }, onStep }, read))
      return { name: basename(from), answer, booked: bookedIn(readRota(given, read(document)), read(document)) }
    }
    const first = await tried(rotaFile, rota)
    const second = againstFile === undefined ? null : await tried(againstFile, other)
    const answer = second === null ? first.answer : { rota: first, against: second }
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    const print = { ...world.paper, all: flag(call, 'all') }
    const words = stressInWords(first.answer, print)
    world.write(flag(call, 'json') ? jsonText(answer) : second === null ? words : stressesInWords(first, second, print))
    return EXIT.answered
  },
}
