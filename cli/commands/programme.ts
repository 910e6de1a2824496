import { writtenProgramme } from '../../solver/named-programme.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { LEVELS } from '../../src/breach.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, readDocumentFile, writeFileOf } from '../files.ts'

/** `rota programme DOC`: the week as a linear programme that other solvers read. */
export const programme: Command = {
  name: 'programme',
  does: 'Writes the linear programme of a document’s week, with names that can be read, for other solvers.',
  arguments: [{ name: 'DOC', help: 'the document, a JSON file (- for standard input)' }],
  options: [
    {
      name: 'as',
      kind: 'text',
      value: 'FORMAT',
      choices: ['lp', 'mps'],
      help: 'lp: CPLEX’s LP format, for people too (default); mps: free MPS',
    },
    {
      name: 'level',
      kind: 'text',
      value: 'LEVEL',
      choices: LEVELS,
      help: 'the level to minimise (default: the first that can fall short)',
    },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write to a file (default: print it)' },
  ],

  async run(call, world) {
    const source = call.arguments[0] ?? ''
    const document = await readDocumentFile(source, world)
    const problem = await fromFile(source, () => readDocument(document, ruleBook()))
    const level = LEVELS.find((one) => one === textOption(call, 'level'))
    const as = textOption(call, 'as') === 'mps' ? 'mps' : 'lp'
    const { text, columns, rows } = writtenProgramme(problem, as, level)
    const file = textOption(call, 'output')
    if (file === undefined) world.write(text)
    else {
      await writeFileOf(file, text)
      world.say(`Written to ${file}: ${columns} columns, ${rows} rows.`)
    }
    return EXIT.answered
  },
}
