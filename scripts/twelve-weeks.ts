/**
 * Generates, solves, publishes and carries over twelve weeks of a network; then recounts them from their JSON, and compares them
 * with the same weeks without history: `npm run -s twelve-weeks -- [DOCUMENT] [--seconds N] [--weeks N] [--keep FOLDER] [-o
 * FILE]`. Weeks in the folder aren't solved again, so that an interrupted run resumes.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { plan } from '../solver/plan.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { hashDocument } from '../src/intake/document-hash.ts'
import { drawWeek } from '../src/intake/record/draw-week.ts'
import { recordOf } from '../src/intake/record/from-document.ts'
import { type PublishedRota, readPublished } from '../src/intake/record/past.ts'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { addDays } from '../src/time.ts'
import { twelveWeeksPage } from './twelve-weeks/page.ts'
import type { Week } from './twelve-weeks/recount.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '15' },
    weeks: { type: 'string', default: '12' },
    keep: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
})
const [file = 'fixtures/networks/one-practice.json'] = positionals
const seconds = Number(values.seconds)
const atlas = readAtlas()
const document: RotaDocument = JSON.parse(readFileSync(file, 'utf8'))
const record = withChanges(recordOf(document, atlas), document.week.from)

/** A realistic quarter: everybody takes a week of leave in turn, one person leaves, and one joins. */
function withChanges(base: NetworkRecord, monday: string): NetworkRecord {
  const leave = base.people.map(({ id: person }, n) => {
    const from = addDays(monday, 7 * ((n * 5) % 12))
    return { id: `q${n}`, person, from, to: addDays(from, 4) }
  })
  const [leaver, joiner] = base.people.filter(({ role }) => role === 'salaried-gp' || role === 'gp-partner')
  const people = base.people.map((person) => {
    if (person.id === leaver?.id) return { ...person, until: addDays(monday, 7 * 6 + 2) }
    return person.id === joiner?.id ? { ...person, from: addDays(monday, 7 * 4 + 1) } : person
  })
  return { ...base, people, leave: [...(base.leave ?? []), ...leave] }
}

async function planned(memory: boolean): Promise<Week[]> {
  const past: PublishedRota[] = []
  const weeks: Week[] = []
  for (let n = 0; n < Number(values.weeks); n++) {
    const from = addDays(document.week.from, 7 * n)
    const drawn = drawWeek(record, { from, past: memory ? past : past.slice(-1).map(withoutHistory), atlas })
    const asked = { ...drawn, solve: { ...drawn.solve, seconds } }
    const name = `${memory ? 'with' : 'without'}-${from}.json`
    const rota = kept(name) ?? (await solved(asked, name))
    past.push(readPublished(rota))
    weeks.push({ document: asked, rota })
    process.stderr.write(`${memory ? 'with' : 'without'} memory, ${from}: ${rota.status}\n`)
  }
  return weeks
}

/** Reads a report of an earlier run. */
function kept(name: string) {
  const path = join(values.keep ?? '', name)
  return values.keep !== undefined && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

async function solved(asked: RotaDocument, name: string) {
  const problem = readDocument(asked, ruleBook())
  const report = await plan({ problem, documentHash: hashDocument(asked) }, () => performance.now() / 1000)
  const text = JSON.stringify(report)
  if (values.keep !== undefined) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `${name}.part`), text)
    renameSync(join(values.keep, `${name}.part`), join(values.keep, name))
  }
  return JSON.parse(text)
}

/** Still carries over the waiting list, so that both plan the same contacts. */
function withoutHistory(rota: PublishedRota): PublishedRota {
  return { ...rota, assignments: [], protectedOwed: new Map() }
}

const page = twelveWeeksPage({ file, seconds, with: await planned(true), without: await planned(false) })
if (values.output === undefined) process.stdout.write(page)
else writeFileSync(values.output, page)
