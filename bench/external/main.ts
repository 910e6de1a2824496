/**
 * `npm run -s bench:external -- FOLDER [--seconds N] [--only NAMES] [--processor] [--out FILE] [--json]`: public shift-scheduling instances
 * through our public interface.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BadInput } from '../../src/errors.ts'
import { unsaid } from './document.ts'
import { readInstance } from './instance.ts'
import { type Measured, measure } from './measure.ts'
import { bestKnown, HEAD, page, row } from './table.ts'

const USAGE = `Usage: npm run -s bench:external -- FOLDER [--seconds N] [--only Instance1,Instance2] [--processor] [--out FILE] [--json]

--processor counts processor seconds instead of those on the wall; --out FILE writes the table as a page.

FOLDER holds shift-scheduling instances in their text form (from schedulingbenchmarks.org; they are not part of this
project), and best-known.csv where costs are to be compared. One instance may be named instead.
`

const say = (line: string) => process.stderr.write(`${line}\n`)

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  for (const { pointer, detail, seen } of error.complaints)
    say([pointer, detail, ...(seen === undefined ? [] : [`(seen: ${seen})`])].filter((word) => word !== '').join(' '))
  process.exitCode = 2
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      only: { type: 'string' },
      processor: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [folder] = positionals
  const seconds = Number(values.seconds ?? 60)
  if (folder === undefined || values.help || !(seconds > 0)) {
    say(USAGE)
    return values.help ? 0 : 2
  }
  const only = values.only?.split(',')
  const files = instancesIn(folder).filter((file) => only?.includes(nameOf(file)) ?? true)
  if (files.length === 0) throw new BadInput([{ pointer: folder, detail: 'There is no instance (a .txt file) here.' }])
  const known = bestKnown(dirname(files[0] ?? folder))
  const results: { instance: string; cost: number | null; bound: number | null; seconds: number }[] = []
  const all: Measured[] = []
  const said: string[] = []
  if (!values.json) process.stdout.write(`${HEAD}\n`)
  for (const file of files) {
    const instance = readInstance(nameOf(file), readFileSync(file, 'utf8'))
    const missing = unsaid(instance)
    for (const what of missing) {
      said.push(`${instance.name} cannot be expressed: ${what}.`)
      say(said.at(-1) ?? '')
    }
    if (missing.length > 0) {
      results.push({ instance: instance.name, cost: null, bound: null, seconds: 0 })
      continue
    }
    const measured = await measure(instance, { seconds, ofProcessor: values.processor })
    all.push(measured)
    if (values.out !== undefined)
      writeFileSync(values.out, page({ all, known, unsaid: said, seconds, ofProcessor: values.processor }))
    for (const fault of measured.faults) say(`${instance.name}: ${fault}`)
    results.push({ instance: measured.instance, cost: measured.cost, bound: measured.bound, seconds: measured.seconds })
    if (!values.json) process.stdout.write(`${row(measured, known.get(measured.instance))}\n`)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  return 0
}

function nameOf(file: string): string {
  return basename(file, '.txt')
}

/** Ordered by number: Instance2 before Instance10. */
function instancesIn(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => name.endsWith('.txt'))
    const order = new Intl.Collator('en', { numeric: true })
    return names.sort(order.compare).map((name) => join(path, name))
  } catch {
    throw new BadInput([
      { pointer: path, detail: 'There is no such folder. The instances are not part of this project.' },
    ])
  }
}
