/** For each rule, the total of its findings and what to do about them. */
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Finding } from '../../../src/report.ts'
import type { Rota } from '../../../src/rota.ts'
import type { GapReport } from '../../../src/week-book.ts'
import { count, peopleNames, personName, siteName } from '../../../src/wording/names.ts'
import { type Moment, momentWords } from './moments.ts'
import { priceWords } from './price-words.ts'
import { sameDayFact, sameDaySentence } from './same-day.ts'

/** Findings of one rule that one person can act on, and sessions that would resolve them. */
export interface Group {
  readonly findings: readonly Finding[]
  readonly gaps: readonly GapReport[]
  readonly problem: Problem
  readonly rota: Rota
}

export interface Telling {
  readonly fact: (group: Group) => string
  readonly sentence: (group: Group) => string
}

/** Rules whose findings are summed up together; any other rule is represented by its most serious finding. */
export const BY_RULE: Readonly<Record<string, Telling>> = {
  'duty-doctor': {
    fact: (group) =>
      `${halfDays(group.findings)} without a duty doctor: ${bySite(group, (mine) => whenOf(mine, group.problem))}.`,
    sentence: (group) => `Find a duty doctor for ${whenOf(group.findings, group.problem)}. ${price(group)}`,
  },
  'enhanced-access': { fact: eveningFact, sentence: eveningSentence },
  supervision: {
    fact: ({ findings, problem }) =>
      `${peopleNames(everybody(findings), problem)} without enough supervision: ${whenOf(findings, problem)}.`,
    sentence: (group) =>
      `Find a supervisor for ${peopleNames(everybody(group.findings), group.problem)} on ${whenOf(group.findings, group.problem)}, or move their clinics. ${price(group)}`,
  },
  'minimum-cover': {
    fact: (group) =>
      `${halfDays(group.findings)} with too few people to see patients: ${bySite(group, (mine) => whenOf(mine, group.problem))}.`,
    sentence: (group) => `Bring in cover for ${whenOf(group.findings, group.problem)}. ${price(group)}`,
  },
  'protected-time': {
    fact: ({ findings, problem }) =>
      `${countPeople(findings)} without all of their protected learning time: ${names(findings, problem)}.`,
    sentence: ({ findings, problem }) => `Give protected learning time back to ${names(findings, problem)}.`,
  },
  'full-contract': {
    fact: ({ findings, problem }) => `${countPeople(findings)} with sessions left over: ${names(findings, problem)}.`,
    sentence: ({ findings, problem }) =>
      `Agree what to do with sessions that are left over: ${names(findings, problem)}.`,
  },
  'safe-workload': {
    fact: ({ findings }) => `${count(Math.ceil(total(findings)), 'contact')} booked above the safe number.`,
    sentence: ({ findings, problem }) => `Take contacts out of ${whenOf(findings, problem)}: ${first(findings)}`,
  },
  'seen-same-day': {
    fact: sameDayFact,
    sentence: (group) => sameDaySentence(group, group.gaps.length > 0 ? price(group) : null),
  },
}

/** Evenings without a GP, and missing hours. */
function eveningFact({ findings, problem }: Group): string {
  const alone = findings.filter((f) => f.part !== undefined)
  const hours = findings.filter((f) => f.part === undefined)
  return [
    ...(alone.length === 0
      ? []
      : [`${count(alone.length, 'evening or Saturday clinic')} without a GP: ${whenOf(alone, problem)}.`]),
    // The rule counts sessions of four hours.
    ...(hours.length === 0
      ? []
      : [`Evening and Saturday clinics ${count(4 * total(hours), 'hour')} short of what the network owes.`]),
  ].join(' ')
}

function eveningSentence(group: Group): string {
  const { findings, gaps, problem } = group
  const alone = findings.filter((f) => f.part !== undefined)
  const more = gaps.length - alone.length
  const ask = alone.length === 0 ? [] : [`Find a GP for ${whenOf(alone, problem)}.`]
  const hours = findings.some((f) => f.part === undefined)
    ? [
        more > 0
          ? `${count(more, 'further session')} would make up the hours that are owed.`
          : 'That makes up the hours that are owed, too.',
      ]
    : []
  return [...ask, ...hours, priceWords(gaps, problem)].filter((words) => words !== '').join(' ')
}

function price({ gaps, problem }: Group): string {
  return priceWords(gaps, problem)
}

function first(findings: readonly Finding[]): string {
  return findings[0]?.sentence ?? ''
}

function total(findings: readonly Finding[]): number {
  return findings.reduce((sum, f) => sum + f.amount, 0)
}

function halfDays(findings: readonly Finding[]): string {
  return count(grouped(findings, (f) => `${f.site} ${f.date} ${f.part}`).length, 'half-day')
}

/** Most people named; if there are more, the rest are counted. */
const NAMED = 4

function names(findings: readonly Finding[], problem: Problem): string {
  const people = everybody(findings)
  const [shown, others] = [people.slice(0, NAMED), people.length - NAMED]
  return others > 1
    ? `${shown.map((id) => personName(id, problem)).join(', ')} and ${others} others`
    : peopleNames(people, problem)
}

function countPeople(findings: readonly Finding[]): string {
  const { length } = everybody(findings)
  return length === 1 ? '1 person' : `${length} people`
}

function everybody(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ people }) => people))]
}

function whenOf(findings: readonly Finding[], problem: Problem): string {
  const moments = findings.flatMap(({ date, part }): Moment[] =>
    date === undefined ? [] : [{ date, ...(part === undefined ? {} : { part }) }],
  )
  return moments.length === 0
    ? 'the week'
    : momentWords(
        moments.sort((a, b) => (a.date < b.date ? -1 : 1)),
        problem,
      )
}

/** "Alder Road, Monday morning; Dove Street, Wednesday". */
function bySite({ findings, problem }: Group, words: (mine: readonly Finding[]) => string): string {
  return grouped(findings, (f) => f.site ?? '')
    .map((mine) => `${siteName(mine[0]?.site, problem)}, ${words(mine)}`)
    .join('; ')
}
