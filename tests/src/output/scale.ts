/** Rotas for trying the exports at scale: random weeks with names that somebody chose badly, and a full week of a large network. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { reportOnGiven } from '../../../solver/judge-given.ts'
import { ruleBook } from '../../../solver/rules/index.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { csvRows } from '../../../src/intake/csv-rows.ts'
import { draw } from '../../../src/intake/network/draw.ts'
import type { RotaDocument } from '../../../src/intake/rota-document.ts'
import { readRota } from '../../../src/intake/rota-reading.ts'
import { rotaFromTable, rotaFromWorkbook } from '../../../src/intake/rota-table.ts'
import type { RotaFormat, Written } from '../../../src/output/output-format.ts'
import type { Problem } from '../../../src/problem.ts'
import type { RotaReport } from '../../../src/report.ts'
import { WORKS } from '../../../src/rota.ts'
import { weekdayOf } from '../../../src/time.ts'
import { documents } from '../../arbitraries.ts'

export interface Planned {
  readonly problem: Problem
  readonly report: RotaReport
}

const SIZE = { people: 8, days: 5, weeks: 2, sites: 3, needs: 4 } as const
const NAMES = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '+44',
    '-2',
    '@SUM(A1)',
    "'",
    '<b>&"',
    'Łukasz 王 🙂',
    'a\u0000b',
    '\u202Ernd',
    'x'.repeat(200),
  ),
)

/** Valid documents; the same seed gives the same. */
export function randomDocuments(count: number, seed: number): readonly RotaDocument[] {
  const named = fc.tuple(documents(SIZE), fc.array(NAMES, { minLength: 12, maxLength: 12 }))
  return fc.sample(named, { numRuns: count, seed }).map(([document, names]) => ({
    ...document,
    people: document.people.map((person, n) => ({ ...person, name: writable(names[n] ?? '', person.name) })),
  }))
}

/** A document takes no name that says nothing, or in which something cannot be seen. */
function writable(name: string, otherwise: string): string {
  return /[\p{L}\p{N}]/u.test(name) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name) ? name.trim() : otherwise
}

/** Anybody anywhere, at any work: what breaks rules is written, too. */
export async function atRandom(document: RotaDocument, seed: number): Promise<Planned> {
  const problem = readDocument(document, ruleBook())
  const chance = draw('scale', seed)
  const assignments = problem.people.flatMap((person) =>
    problem.horizon.sessions.flatMap(({ date, part }) =>
      chance.chance(0.5)
        ? [{ person: person.id, date, part, site: chance.pick(problem.sites).id, work: chance.pick(WORKS) }]
        : [],
    ),
  )
  return { problem, report: await reportOnGiven(problem, readRota(assignments, problem)) }
}

/** Everybody in a clinic at home in the half-days of their usual week, but not on leave and not beyond the contract. */
export async function asUsual(document: RotaDocument): Promise<Planned> {
  const problem = readDocument(document, ruleBook())
  const assignments = document.people.flatMap(({ id, home = '', works, contract }) => {
    const away = problem.availability.get(id)?.away ?? []
    return problem.horizon.sessions
      .filter(
        ({ date, part, index }) => works?.includes(`${weekdayOf(date)}-${part}`) !== false && away[index] !== true,
      )
      .slice(0, Math.floor(contract.sessions))
      .map(({ date, part }) => ({ person: id, date, part, site: home, work: 'clinic' as const }))
  })
  return { problem, report: await reportOnGiven(problem, readRota(assignments, problem)) }
}

/** Sessions found in what was written, by something that reads that format; null for a format that is only looked at. */
export async function sessionsIn(format: RotaFormat, written: Written): Promise<number | null> {
  const text = () => (typeof written === 'string' ? written : new TextDecoder().decode(written))
  const bytes = () => (typeof written === 'string' ? new TextEncoder().encode(written) : written)
  switch (format.name) {
    case 'csv':
      return rotaFromTable(text()).assignments.length
    case 'xlsx':
      return rotaFromWorkbook(bytes()).assignments.length
    case 'ics':
      return new ICAL.Component(ICAL.parse(text())).getAllSubcomponents('vevent').length
    case 'fhir':
      return (
        text().split('"resourceType":"Schedule"').length - 1 || text().split('"resourceType": "Schedule"').length - 1
      )
    case 'templates':
      csvRows(text())
      return null
    case 'pdf':
      if (!text().startsWith('%PDF-') || !text().trimEnd().endsWith('%%EOF')) throw new Error('this is no PDF')
      return null
    default:
      return null
  }
}
