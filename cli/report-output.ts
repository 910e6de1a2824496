/** Where a report goes, and in which format: standard output, a file, or both. */
import { BadInput } from '../src/errors.ts'
import { jsonReport } from '../src/output/json/json-report.ts'
import type { OutputFormat } from '../src/output/output-format.ts'
import { OUTPUT_FORMATS, outputFormat, outputFormatOf } from '../src/output/output-formats.ts'
import { textReport } from '../src/output/text/text-report.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import { type Call, flag, nameOf, textOption } from './call.ts'
import type { Option } from './command.ts'
import { writeFileOf } from './files.ts'
import { printOf } from './print-options.ts'
import type { World } from './world.ts'

const NAMES = OUTPUT_FORMATS.map(({ name }) => name)
const ENDINGS = OUTPUT_FORMATS.map(({ name, ending }) => `${ending} is ${name}`).join(', ')

export const REPORT_OUTPUT: readonly Option[] = [
  {
    name: 'as',
    kind: 'text',
    value: 'FORMAT',
    choices: NAMES,
    help: `print the report as ${OUTPUT_FORMATS.map(({ name, does }) => `${name} (${does})`).join(' or ')} (default: text)`,
  },
  { name: 'json', kind: 'flag', help: 'short for --as json: print only the report, as JSON' },
  {
    name: 'output',
    short: 'o',
    kind: 'text',
    value: 'FILE',
    help: `write the report to a file, in the format of its ending: ${ENDINGS} (default: JSON)`,
  },
]

/** Throws a BadInput if two formats were requested. */
export function formatOf(call: Call): OutputFormat {
  const asked = textOption(call, 'as')
  const format = flag(call, 'json') ? jsonReport : (asked && outputFormat(asked)) || textReport
  if (asked !== undefined && format.name !== asked) {
    const detail = `Use either ${nameOf(call, 'json')} or ${nameOf(call, 'as')}, not both.`
    throw new BadInput([{ pointer: '', detail, seen: asked }])
  }
  return format
}

export interface Finished {
  readonly report: Report
  readonly problem: Problem
}

/** Writes the requested file, and prints the report. */
export async function giveReport(call: Call, { report, problem }: Finished, world: World): Promise<void> {
  const page = printOf(call, problem, world)
  const file = textOption(call, 'output')
  if (file !== undefined) {
    const format = outputFormatOf(file) ?? jsonReport
    await writeFileOf(file, await format.write(report, problem, { ...page, colour: false }))
    world.say(`Report written to ${file}.`)
  }
  const written = await formatOf(call).write(report, problem, page)
  if (typeof written === 'string') world.write(written)
  else if (file === undefined) throw new BadInput([{ pointer: '', detail: 'This format goes into a file: -o FILE.' }])
}
