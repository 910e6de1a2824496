import { mix as answerOf } from '../../api/desk/mixing.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { mixCharts } from '../../src/charts/mix-charts.ts'
import { BadInput } from '../../src/errors.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { mixInWords } from '../../src/output/text/mix.ts'
import { type Call, flag, numberOption, textOption, textsOption } from '../call.ts'
import { writeCharts } from '../charts.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'

const SOURCES = {
  '/add': '--add',
  '/curve': '--curve',
  '/budget': '--budget',
  '/extra': '--extra',
  '/funding': '--funding',
}

/** `rota mix DOC`: what the next session of each role is worth. */
export const mix: Command = {
  name: 'mix',
  does: 'Says what one more session of each role is worth, and which posts are best for a sum.',
  arguments: [{ name: 'DOC', help: 'the document, a JSON file (- for standard input)' }],
  options: [
    { name: 'curve', kind: 'text', value: 'ROLE', help: 'from ten sessions of a role fewer to ten more' },
    { name: 'add', kind: 'texts', value: 'ROLE=SESSIONS', help: 'with these sessions a week added' },
    { name: 'budget', kind: 'number', value: 'POUNDS', help: 'the best posts, where all pay may come to this a year' },
    {
      name: 'extra',
      kind: 'number',
      value: 'POUNDS',
      help: 'the best posts for this much a year on top of today’s pay',
    },
    { name: 'funding', kind: 'text', value: 'PAYER', help: 'only posts paid by this: arrs, core …' },
    { name: 'frontier', kind: 'flag', help: 'the best posts for each of five sums' },
    { name: 'plan', kind: 'text', value: 'FILE', help: 'a workforce plan, a JSON file: four quarters of it' },
    { name: 'svg', kind: 'text', value: 'FOLDER', help: 'write a chart of each answer to a folder, as SVG' },
    { name: 'all', kind: 'flag', help: 'print every role and place' },
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  check: (call) => void addedBy(call),

  async run(call, world) {
    const [documentFile = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const planFile = textOption(call, 'plan')
    const plan = planFile === undefined ? {} : { plan: await readJson(planFile, world) }
    const read = (value: unknown) => readDocument(value, ruleBook())
    const sent = { document, add: addedBy(call), frontier: flag(call, 'frontier'), ...given(call), ...plan }
    const onStep = (doing: string) => world.progress(`${doing} …`)
    const answer = await asTyped({ ...SOURCES, '/document': documentFile, '/plan': planFile ?? '' }, () =>
      answerOf(sent, read, onStep),
    )
    world.progress('')
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    await writeCharts(textOption(call, 'svg'), mixCharts(answer), world)
    world.write(flag(call, 'json') ? jsonText(answer) : mixInWords(answer, { ...world.paper, all: flag(call, 'all') }))
    return EXIT.answered
  },
}

function given(call: Call): Readonly<Record<string, unknown>> {
  const options = {
    curve: textOption(call, 'curve'),
    budget: numberOption(call, 'budget'),
    extra: numberOption(call, 'extra'),
    funding: textOption(call, 'funding'),
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** `physio=4` → 4 sessions of physio. */
function addedBy(call: Call): { readonly role: string; readonly sessions: number }[] {
  return textsOption(call, 'add').map((word) => {
    const [role = '', sessions = ''] = word.split('=')
    const count = Number(sessions)
    if (sessions === '' || !Number.isFinite(count) || count <= 0)
      throw new BadInput([
        { pointer: '--add', detail: 'Write a role and its sessions.', seen: word, maybe: 'physio=4' },
      ])
    return { role, sessions: count }
  })
}
