/** Contracted sessions that the rota has no use for, for a terminal. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Finding, Report } from '../../report.ts'
import { contacts, pounds } from '../figures.ts'
import { ink } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { wrap } from './wrap.ts'

const SHOWN = 10
/** People whose reason is shown; --all shows all of them among the findings. */
const EXPLAINED = 3

/** Who has sessions left, most first, and what they are paid for all the same; no line where everybody is given what is due. */
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

/** The reason found for the person's first week that has sessions left. */
function whyOf(person: string, findings: readonly Finding[]): readonly string[] {
  const found = findings.find(({ rule, people }) => rule === 'full-contract' && people.includes(person))
  return found?.cause === undefined ? [] : [found.cause]
}

/** On one site's page, those whose usual practice it is. */
function isOfSite(person: string, problem: Problem, { site }: Print): boolean {
  return site === undefined || problem.personById.get(person)?.home === site
}

function priceOf(role: string | undefined, problem: Problem): number {
  return problem.roleById.get(role ?? '')?.costPerSession ?? 0
}
