/**
 * Compares who sees social need, on which day and where, with and without the social care practitioner, by solving one week
 * twice. `npm run -s social-care -- [DOC] [--seconds N] [-o FILE]` writes docs/social-care.md; times are in processor seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { plan } from '../solver/plan.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import type { Report } from '../src/report.ts'
import { socialCarePage } from './social-care/page.ts'

const SAMPLE = 'fixtures/networks/five-practices.json'
const ROLE = 'social-care-practitioner'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, output: { type: 'string', short: 'o' } },
})
const file = positionals[0] ?? SAMPLE
const text = JSON.parse(readFileSync(file, 'utf8')) as RotaDocument
const week: RotaDocument = { ...text, solve: { ...text.solve, seconds: Number(values.seconds), gap: 0.01 } }
const without: RotaDocument = { ...week, people: week.people.filter(({ role }) => role !== ROLE) }

const page = socialCarePage({
  file,
  week,
  people: week.people.filter(({ role }) => role === ROLE).map(({ id }) => id),
  withThem: await solved(week),
  without: await solved(without),
})
if (values.output === undefined) console.log(page)
else writeFileSync(values.output, page)

async function solved(document: RotaDocument): Promise<Report> {
  const problem = readDocument(document, ruleBook())
  const report = await plan({ problem, documentHash: '' }, () => performance.now() / 1000)
  if (!report.audit.agrees) throw new Error('The two accounts of this rota differ.')
  return report
}
