/** Contracted sessions that the rota leaves unused, for a terminal. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Finding, Report } from '../../report.ts'
import { contacts, pounds } from '../figures.ts'
import { ink } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { wrap } from './wrap.ts'

const SHOWN = 10
/** Number of people whose reason is shown; with --all, every reason appears among the findings. */
const EXPLAINED = 3

/** People with unused sessions, most first, and what they are paid for them. Empty if all contracted sessions are used. */
export function unassignedLines({ unassigned, findings }: Report, problem: Problem, print: Print): string[] {
  const own = unassigned.filter(({ person }) => isOfSite(person, problem, print))
  if (own.length === 0) return []
  const people = grouped(own, ({ person }) => person).map((rows) => ({
    person: problem.personById.get(rows[0]?.person ?? ''),
    sessions: rows.reduce((sum, row) => sum + row.sessions, 0),
  }))
  const costs = people.map(({ person, sessions }) => sessions * priceOf(person?.role, problem))
  const all = people.reduce((sum, { sessions }) => sum + sessions, 0)
  const { shown, more } = cutList(
    people.sort((a, b) => b.sessions - a.sessions),
    SHOWN,
    print,
  )
  const names = shown.map(({ person, sessions }) => `${person?.name ?? ''} (${contacts(sessions)})`).join(', ')
  const paid = costs.reduce((sum, cost) => sum + cost, 0)
  const one = all === 1
  const words = `${contacts(all)} contracted ${one ? 'session has' : 'sessions have'} no work in this rota, and ${one ? 'is' : 'are'} paid all the same (${pounds(paid)}): ${names}.`
  const whys = shown.slice(0, EXPLAINED).flatMap(({ person }) => whyOf(person?.id ?? '', findings))
  return [
    ...wrap(words, print.width),
    ...more,
    ...whys.flatMap((why) => wrap(`Why: ${why}`, print.width - 4)).map((line) => ink(`    ${line}`, 'quiet', print)),
  ]
}

/** The cause found for the person's first week with unused sessions. */
function whyOf(person: string, findings: readonly Finding[]): readonly string[] {
  const found = findings.find(({ rule, people }) => rule === 'full-contract' && people.includes(person))
  return found?.cause === undefined ? [] : [found.cause]
}

/** On a single site's page, only people based there are listed. */
function isOfSite(person: string, problem: Problem, { site }: Print): boolean {
  return site === undefined || problem.personById.get(person)?.home === site
}

function priceOf(role: string | undefined, problem: Problem): number {
  return problem.roleById.get(role ?? '')?.costPerSession ?? 0
}
