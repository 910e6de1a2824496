import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { reportInWords } from '../../src/output/terminal.ts'
import { type Call, flag, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { fromFile, jsonText, readJson, writeText } from '../files.ts'
import { exitCodeOf, planWeek, type Settings } from '../plan-week.ts'
import { PRINT_OPTIONS, printOf } from '../print-options.ts'

/** `rota solve DOC`: the rota of a document. */
export const solve: Command = {
  name: 'solve',
  does: 'Plans the week of a document.',
  arguments: [{ name: 'DOC', help: 'the rota document, a JSON file (- for standard input)' }],
  options: [
    { name: 'seconds', kind: 'number', value: 'N', help: 'time allowed, over what the document says' },
    {
      name: 'gap',
      kind: 'number',
      value: 'G',
      help: 'distance from the best possible that is good enough: 0.01 is 1 %',
    },
    { name: 'engine', kind: 'text', value: 'NAME', help: 'the engine to use; auto chooses' },
    { name: 'seed', kind: 'whole', value: 'N', help: 'seed of whatever is drawn by lot' },
    ...PRINT_OPTIONS,
    { name: 'json', kind: 'flag', help: 'print the report as JSON, and nothing else' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the report as JSON to a file' },
  ],

  async run(call, world) {
    const source = call.arguments[0] ?? ''
    const document = await readJson(source, world)
    // Before anything is solved, so that nobody waits a minute to hear that there is no such site.
    if (textOption(call, 'site') !== undefined)
      printOf(call, await fromFile(source, () => readDocument(document, ruleBook())), world)
    const { problem, report } = await planWeek({ document, source }, settingsOf(call), world)
    const file = textOption(call, 'output')
    if (file !== undefined) {
      await writeText(file, jsonText(report))
      world.say(`The report is in ${file}.`)
    }
    world.write(flag(call, 'json') ? jsonText(report) : reportInWords(report, problem, printOf(call, problem, world)))
    return exitCodeOf(report)
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
