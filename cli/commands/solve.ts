import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { type Call, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { fromFile, readDocumentFile } from '../files.ts'
import { exitCodeOf, planWeek, type Settings } from '../plan-week.ts'
import { PRINT_OPTIONS, printOf } from '../print-options.ts'
import { formatOf, giveReport, REPORT_OUTPUT } from '../report-output.ts'

/** `rota solve DOC`: plans a document's week. */
export const solve: Command = {
  name: 'solve',
  does: 'Plans the week that a document describes.',
  arguments: [{ name: 'DOC', help: 'the document, a JSON file (- for standard input)' }],
  options: [
    { name: 'seconds', kind: 'number', value: 'N', help: 'time limit in seconds (default: the document’s)' },
    {
      name: 'gap',
      kind: 'number',
      value: 'G',
      help: 'stop when this close to the best possible, such as 0.01 for 1% (default: the document’s)',
    },
    {
      name: 'engine',
      kind: 'text',
      value: 'NAME',
      help: 'LP engine to use, such as highs or highs-native (default: the document’s)',
    },
    { name: 'seed', kind: 'whole', value: 'N', help: 'random seed (default: the document’s)' },
    ...PRINT_OPTIONS,
    ...REPORT_OUTPUT,
  ],

  check: (call) => void formatOf(call),

  async run(call, world) {
    const source = call.arguments[0] ?? ''
    const document = await readDocumentFile(source, world)
    // Before solving, so that nobody waits a minute to learn that the site is unknown.
    if (textOption(call, 'site') !== undefined)
      printOf(call, await fromFile(source, () => readDocument(document, ruleBook())), world)
    const finished = await planWeek({ document, source }, settingsOf(call), world)
    await giveReport(call, finished, world)
    return exitCodeOf(finished.report)
  },
}

function settingsOf({ options }: Call): Settings {
  const settings: Record<string, string | number> = {}
  for (const name of ['seconds', 'gap', 'engine', 'seed']) {
    const value = options[name]
    if (value !== undefined && value !== true) settings[name] = value
  }
  return settings
}
