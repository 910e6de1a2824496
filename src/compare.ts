/** Compares two reports of the same week, or of two versions of it: what got better, what got worse and who moved. No solver. */
import { LEVELS, type Level } from './breach.ts'
import type { AssignmentReport, Finding, Report, ServiceFigure } from './report.ts'

/** The fields of a report used in a comparison. */
export type Comparable = Pick<Report, 'service' | 'findings' | 'assignments' | 'cost'> & {
  readonly levels: readonly { readonly level: Level; readonly value: number; readonly unit: string }[]
}

export interface Change {
  readonly before: number
  readonly after: number
}

export interface LevelChange extends Change {
  readonly level: Level
  readonly unit: string
  readonly verdict: 'better' | 'worse' | 'same'
}

/** A finding that is new, resolved, larger or smaller. Shows the later state, if the finding still exists. */
export interface FindingChange extends Change {
  readonly finding: Finding
}

/** Contacts that are due and not met in time. */
export interface LateChange extends Change {
  readonly need: string
  readonly site: string
}

/** A person's work in one session, before and after. Null means no work. */
export interface Move {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly before: Placing | null
  readonly after: Placing | null
}

export interface Placing {
  readonly site: string
  readonly work: AssignmentReport['work']
}

export interface Comparison {
  /** Every level present in either report, in order. */
  readonly levels: readonly LevelChange[]
  readonly better: readonly FindingChange[]
  readonly worse: readonly FindingChange[]
  /** Same-day and other contacts not met in time. */
  readonly late: { readonly urgent: Change; readonly routine: Change }
  /** By need and practice; changed entries only. */
  readonly lateBy: readonly LateChange[]
  /** Contacts still waiting at the end, by practice. */
  readonly waiting: readonly (Change & { readonly site: string })[]
  readonly cost: Change
  /** By person, then by time. */
  readonly moved: readonly Move[]
}

/** Differences below this are rounding, in any unit. */
const SAME = 0.01

export function compare(before: Comparable, after: Comparable): Comparison {
  const findings = findingChanges(before.findings, after.findings)
  return {
    levels: levelChanges(before, after),
    better: findings.filter((change) => change.after < change.before),
    worse: findings.filter((change) => change.after > change.before),
    late: {
      urgent: { before: late(before.service.sameDay), after: late(after.service.sameDay) },
      routine: { before: late(before.service.routine), after: late(after.service.routine) },
    },
    lateBy: lateChanges(before, after),
    waiting: after.service.bySite.flatMap(({ site, waiting }) => {
      const was = before.service.bySite.find((row) => row.site === site)?.waiting ?? 0
      return Math.abs(waiting - was) > SAME ? [{ site, before: was, after: waiting }] : []
    }),
    cost: { before: before.cost.total, after: after.cost.total },
    moved: moves(before.assignments, after.assignments),
  }
}

function late(figure: ServiceFigure): number {
  return figure.due - figure.inTime
}

function levelChanges(before: Comparable, after: Comparable): LevelChange[] {
  return LEVELS.flatMap((level) => {
    const [was, is] = [before, after].map((report) => report.levels.find((one) => one.level === level))
    if (was === undefined && is === undefined) return []
    const change = { before: was?.value ?? 0, after: is?.value ?? 0 }
    const difference = change.after - change.before
    const verdict = Math.abs(difference) <= SAME ? 'same' : difference < 0 ? 'better' : 'worse'
    return [{ level, unit: is?.unit ?? was?.unit ?? '', ...change, verdict }]
  })
}

/** Findings of one rule about the same people, place and time are merged and their amounts added up. */
function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const was = byPlace(before)
  const is = byPlace(after)
  const keys = [...new Set([...is.keys(), ...was.keys()])]
  return keys.flatMap((key) => {
    const [now, then] = [is.get(key) ?? [], was.get(key) ?? []]
    const [finding] = [...now, ...then]
    const change = { before: amount(then), after: amount(now) }
    return finding === undefined || Math.abs(change.after - change.before) <= SAME ? [] : [{ finding, ...change }]
  })
}

function byPlace(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { rule, date, part, site, need, people } = finding
    const key = JSON.stringify([rule, date, part, site, need, people])
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return groups
}

function amount(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + finding.amount * (finding.weight ?? 1), 0)
}

function lateChanges(before: Comparable, after: Comparable): LateChange[] {
  const sums = new Map<string, { need: string; site: string; before: number; after: number }>()
  for (const [side, report] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const { need, site, contacts } of report.service.unmet) {
      const key = JSON.stringify([need, site])
      const sum = sums.get(key) ?? { need, site, before: 0, after: 0 }
      sum[side] += contacts
      sums.set(key, sum)
    }
  }
  return [...sums.values()].filter((sum) => Math.abs(sum.after - sum.before) > SAME)
}

function moves(before: readonly AssignmentReport[], after: readonly AssignmentReport[]): Move[] {
  const was = byMoment(before)
  const is = byMoment(after)
  const changed = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [then, now] = [was.get(key), is.get(key)]
    const own = now ?? then
    if (own === undefined || (then?.site === now?.site && then?.work === now?.work)) return []
    return [{ person: own.person, date: own.date, part: own.part, before: placing(then), after: placing(now) }]
  })
  // Reports are sorted by time, so parts of the day appear in chronological order.
  const parts = [...new Set([...before, ...after].map((a) => a.part))]
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return changed.sort(
    (a, b) => text(a.person, b.person) || text(a.date, b.date) || parts.indexOf(a.part) - parts.indexOf(b.part),
  )
}

function byMoment(assignments: readonly AssignmentReport[]): Map<string, AssignmentReport> {
  return new Map(assignments.map((a) => [JSON.stringify([a.date, a.part, a.person]), a]))
}

function placing(a: AssignmentReport | undefined): Placing | null {
  return a === undefined ? null : { site: a.site, work: a.work }
}
