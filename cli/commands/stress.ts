import { basename } from 'node:path'
import { readStress } from '../../api/desk/stressing.ts'
import { together } from '../../api/desk/together.ts'
import { within } from '../../api/desk/within.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { type StressStep, stressTest } from '../../solver/stress-test.ts'
import { stressCharts } from '../../src/charts/stress-charts.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { stressInWords } from '../../src/output/text/stress.ts'
import { bookedIn, stressesInWords, type TriedRota } from '../../src/output/text/stress-against.ts'
import { type Call, flag, numberOption, textOption } from '../call.ts'
import { writeCharts } from '../charts.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'
import type { World } from '../world.ts'

/** `rota stress DOC ROTA`: stress-tests a rota against illness and demand. */
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
    { name: 'svg', kind: 'text', value: 'FOLDER', help: 'write charts to a folder, as SVG' },
    { name: 'all', kind: 'flag', help: 'print every absence that breaks the week' },
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  async run(call, world) {
    const files = {
      document: call.arguments[0] ?? '',
      rota: call.arguments[1] ?? '',
      against: textOption(call, 'against'),
    }
    const [first, second] = await readTasks(files, call, world)
    const onStep = ({ step, of, name }: StressStep) => world.progress(`${name ?? `week ${step} of ${of}`} …`)
    const tried = async ({ name, task }: NamedTask): Promise<TriedRota> => {
      return { name, answer: await stressTest({ ...task, onStep }), booked: bookedIn(task.rota, task.problem) }
    }
    const one = await tried(first)
    const other = second === null ? null : await tried(second)
    const answer = other === null ? one.answer : { rota: one, against: other }
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    await writeCharts(textOption(call, 'svg'), stressCharts(other === null ? [one] : [one, other]), world)
    const print = { ...world.paper, all: flag(call, 'all') }
    const words = other === null ? stressInWords(one.answer, print) : stressesInWords(one, other, print)
    world.write(flag(call, 'json') ? jsonText(answer) : words)
    return EXIT.answered
  },
}

interface Files {
  readonly document: string
  readonly rota: string
  readonly against: string | undefined
}

interface NamedTask {
  /** Name of the rota's file. */
  readonly name: string
  readonly task: Awaited<ReturnType<typeof readStress>>
}

/** Reads both rotas before testing either, to report all errors at once. */
async function readTasks(files: Files, call: Call, world: World): Promise<[NamedTask, NamedTask | null]> {
  const document = await readDocumentFile(files.document, world)
  const rota = await readJson(files.rota, world)
  const against = files.against === undefined ? null : await readJson(files.against, world)
  const problem = await asTyped({ '/document': files.document }, () => within('/document', () => readWeek(document)))
  const [samples, seed] = [numberOption(call, 'samples'), numberOption(call, 'seed')]
  const options = { ...(samples === undefined ? {} : { samples }), ...(seed === undefined ? {} : { seed }) }
  const taskOf = async (file: string, given: unknown): Promise<NamedTask> => {
    const sources = { '/rota': file, '/samples': '--samples', '/seed': '--seed' }
    const task = await asTyped(sources, () => readStress({ document, rota: given, ...options }, () => problem))
    return { name: basename(file), task }
  }
  const { first, second } = await together({
    first: () => taskOf(files.rota, rota),
    second: () => (files.against === undefined ? null : taskOf(files.against, against)),
  })
  return [first, second]
}

function readWeek(document: unknown) {
  return readDocument(document, ruleBook())
}
