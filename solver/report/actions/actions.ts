/** What can be done about a rota, and by whom: the first thing that a manager reads. */
import type { ActionReport, Actor } from '../../../src/action.ts'
import { LEVELS, type Level } from '../../../src/breach.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import type { AssignmentReport, Finding, ServiceReport } from '../../../src/report.ts'
import type { Rota } from '../../../src/rota.ts'
import type { GapReport, WeekBook } from '../../../src/week-book.ts'
import { BY_RULE, type Telling } from './by-rule.ts'
import { emptyClinics } from './empty-clinics.ts'
import { lateNeeds } from './late-needs.ts'

/** Everything known about the report at this point. */
export interface Known {
  readonly problem: Problem
  readonly rota: Rota
  readonly assignments: readonly AssignmentReport[]
  readonly findings: readonly Finding[]
  readonly book: Pick<WeekBook, 'gaps' | 'appointments'>
  readonly service: ServiceReport
}

/** Nobody acts on the cost itself, nor on wishes that could not be granted. */
const ACTED_ON: readonly Level[] = LEVELS.filter((level) => level !== 'cost' && level !== 'wish')
/** Waiting patients are reported by need, not by rule. */
const BY_NEED: readonly string[] = ['seen-in-time', 'waiting-list', 'no-need-left-out', 'fair-practices']
/** A smaller total is rounding. */
const WORTH_DOING = 0.5

/** By level, then by how much they count. */
export function actionsOf(known: Known): ActionReport[] {
  const { problem, findings, assignments, book } = known
  const own = findings.filter(({ rule, level }) => ACTED_ON.includes(level) && !BY_NEED.includes(rule))
  const sited = grouped(own, (f) => `${f.rule} ${isOnePractice(problem) ? '' : (f.site ?? '')}`)
  const byRule = sited.filter(isWorthIt).map((group) => ({ action: ofRule(group, known), size: sizeOf(group) }))
  const idle = emptyClinics(problem, assignments, book.appointments).map((action) => ({
    action,
    size: action.findings,
  }))
  return [...byRule, ...lateNeeds(problem, known.service), ...idle]
    .sort((a, b) => LEVELS.indexOf(a.action.level) - LEVELS.indexOf(b.action.level) || b.size - a.size)
    .map(({ action }) => action)
}

function isWorthIt(group: readonly Finding[]): boolean {
  return group[0]?.level !== 'urgent' || group.reduce((sum, f) => sum + f.amount, 0) >= WORTH_DOING
}

function sizeOf(group: readonly Finding[]): number {
  return group.reduce((sum, f) => sum + f.amount * (f.weight ?? 1), 0)
}

function isOnePractice({ sites }: Problem): boolean {
  return sites.length === 1
}

function ofRule(findings: readonly Finding[], { problem, rota, book }: Known): ActionReport {
  const [gravest] = findings
  const { level = 'never', rule = '', cause } = gravest ?? {}
  const who = actorOf(findings, problem)
  const site = who === 'practice' ? (gravest?.site ?? homesOf(findings, problem)[0]) : gravest?.site
  const group = { findings, gaps: book.gaps.filter((gap) => mends(gap, findings)), problem, rota }
  const { fact, sentence } = BY_RULE[rule] ?? byGravest
  return {
    who,
    ...(site === undefined ? {} : { site }),
    level,
    fact: fact(group).trim(),
    sentence: sentence(group).trim(),
    ...(cause === undefined ? {} : { why: cause }),
    findings: findings.length,
  }
}

/** The partner, if all people concerned are its own; the practice, if the findings are at sites or of people with one home; otherwise the network. */
function actorOf(findings: readonly Finding[], problem: Problem): Actor {
  const isPartners = (id: string) => problem.roleById.get(problem.personById.get(id)?.role ?? '')?.funding === 'partner'
  const people = findings.flatMap((f) => f.people)
  if (people.length > 0 && people.every(isPartners)) return 'partner'
  return findings.every((f) => f.site !== undefined) || homesOf(findings, problem).length === 1 ? 'practice' : 'network'
}

function homesOf(findings: readonly Finding[], { personById }: Problem): string[] {
  return [...new Set(findings.flatMap(({ people }) => people).flatMap((id) => personById.get(id)?.home ?? []))]
}

/** Whether filling the gap would help the rule where and when it is broken. Hours owed for a week can be made up in any of its evenings. */
function mends({ rule, date, part, site }: GapReport, findings: readonly Finding[]): boolean {
  return findings.some(
    (f) => f.rule === rule && (f.site ?? site) === site && (f.date ?? date) === date && (f.part ?? part) === part,
  )
}

const byGravest: Telling = {
  fact: ({ findings }) => withMore(findings),
  sentence: ({ findings }) => withMore(findings),
}

function withMore([gravest, ...more]: readonly Finding[]): string {
  const sentence = gravest?.sentence ?? ''
  return more.length === 0 ? sentence : `${sentence.replace(/\.$/, '')}; and ${more.length} more of the same kind.`
}
