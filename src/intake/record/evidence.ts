/** Evidence for a board: what a network planned and delivered over a quarter, from published rotas, without names. */
import { grouped } from '../../grouped.ts'
import { SHARED_KINDS, type SharedKind } from '../../problem.ts'
import { addDays, type Day, daysBetween } from '../../time.ts'
import type { NetworkRecord } from '../record-document.ts'
import { type FairnessRow, fairnessOf } from './fairness.ts'
import type { PublishedWeek, WishCount } from './published-week.ts'

/** Sessions changed after publication for one day of the rota, and the day the change was made. */
export interface SessionChanges {
  readonly date: Day
  readonly on: Day
  readonly added: number
  readonly changed: number
  readonly cancelled: number
}

export interface EvidenceRequest {
  /** First and last day of the quarter. Weeks that begin within it count. */
  readonly from: Day
  readonly to: Day
  /** Null if changes aren't recorded. */
  readonly changes: readonly SessionChanges[] | null
  /** The first rota stored for each week. */
  readonly drafts: readonly Pick<PublishedWeek, 'from' | 'judged'>[]
}

export interface SafetyWeek {
  readonly week: Day
  /** Breaches of hard and safety rules in the published rota. */
  readonly published: number
  /** The same for the week's first draft; null if it is no longer stored. */
  readonly draft: number | null
  /** By rule, for the published rota. */
  readonly rules: Readonly<Record<string, number>>
}

export interface FairnessEvidence {
  readonly role: string
  readonly kind: SharedKind
  readonly people: number
  readonly worked: number
  /** The largest amounts that anybody worked above and below their fair share. */
  readonly above: number
  readonly below: number
}

export interface Measure {
  readonly due: number
  readonly inTime: number
}

const MEASURES = ['urgent', 'routine', 'withinOneWeek', 'withinTwoWeeks'] as const

export interface Evidence {
  readonly from: Day
  readonly to: Day
  readonly weeks: readonly Day[]
  /** Mondays in the period without a published rota. */
  readonly unpublished: readonly Day[]
  readonly safety: readonly SafetyWeek[]
  readonly fairness: readonly FairnessEvidence[]
  readonly protectedTime: { readonly promised: number; readonly planned: number }
  readonly wishes: WishCount
  /** Sessions changed after publication, by days of notice; null if changes aren't recorded. */
  readonly changes: Readonly<Record<Notice, number>> | null
  /** As planned, totalled over the published weeks. */
  readonly service: Readonly<Record<(typeof MEASURES)[number], Measure>>
}

export const NOTICES = ['sameDay', 'withinWeek', 'withinFourWeeks', 'longer'] as const
export type Notice = (typeof NOTICES)[number]

/** Roles with fewer people are left out, because their figures would identify somebody. */
const FEWEST = 3

export function evidenceOf(
  record: NetworkRecord,
  published: readonly PublishedWeek[],
  { from, to, changes, drafts }: EvidenceRequest,
): Evidence {
  const mondays = mondaysIn(from, to)
  const within = published.filter((week) => mondays.includes(week.from))
  const before = addDays(mondays.at(-1) ?? from, 7)
  const fairness = fairnessOf(record, within, { before, weeks: Math.max(1, mondays.length) })
  return {
    from,
    to,
    weeks: within.map((week) => week.from),
    unpublished: mondays.filter((monday) => !within.some((week) => week.from === monday)),
    safety: within.map((week) => safetyOf(week, drafts)),
    fairness: fairnessEvidence(fairness.people),
    protectedTime: protectedTimeOf(within),
    wishes: fairness.wishes,
    changes: changes === null ? null : noticesOf(changes),
    service: serviceOf(within),
  }
}

function mondaysIn(from: Day, to: Day): Day[] {
  const first = addDays(from, (7 - (daysBetween('2026-11-30', from) % 7)) % 7)
  const mondays: Day[] = []
  for (let monday = first; monday <= to; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays
}

const GRAVE: readonly unknown[] = ['never', 'safety']

type Fields = Readonly<Record<string, unknown>>

/** Reads findings from a report or a judgement, which may have been stored by an earlier version. */
function graveIn({ findings }: Fields): readonly { readonly rule: string }[] {
  return Array.isArray(findings)
    ? findings.filter((one: Fields) => GRAVE.includes(one.level)).map((one: Fields) => ({ rule: String(one.rule) }))
    : []
}

function safetyOf({ from, judged }: PublishedWeek, drafts: EvidenceRequest['drafts']): SafetyWeek {
  const found = graveIn(judged)
  const draft = drafts.find((one) => one.from === from)
  const byRule = new Map<string, number>()
  for (const { rule } of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
  return {
    week: from,
    published: found.length,
    draft: draft === undefined ? null : graveIn(draft.judged).length,
    rules: Object.fromEntries([...byRule].sort(([a], [b]) => a.localeCompare(b))),
  }
}

function fairnessEvidence(people: readonly FairnessRow[]): FairnessEvidence[] {
  return grouped(people, ({ role }) => role)
    .filter((group) => group.length >= FEWEST)
    .flatMap((group) =>
      SHARED_KINDS.map((kind) => {
        const excess = group.map((row) => row[kind] - row.fair[kind])
        return {
          role: group[0]?.role ?? '',
          kind,
          people: group.length,
          worked: group.reduce((sum, row) => sum + row[kind], 0),
          above: tidy(Math.max(0, ...excess)),
          below: tidy(Math.max(0, ...excess.map((one) => -one))),
        }
      }),
    )
    .filter(({ worked }) => worked > 0)
}

function tidy(figure: number): number {
  return Math.round(figure * 100) / 100
}

/** Promised: from contracts, without deductions for leave. Planned: learning sessions in the published rotas. */
function protectedTimeOf(weeks: readonly PublishedWeek[]): Evidence['protectedTime'] {
  const promised = weeks.flatMap(({ document }) => document.people.map(({ contract }) => contract.protected ?? 0))
  const planned = weeks.flatMap(({ assignments }) => assignments.filter(({ work }) => work === 'training'))
  return { promised: tidy(promised.reduce((sum, n) => sum + n, 0)), planned: planned.length }
}

function noticesOf(changes: readonly SessionChanges[]): Record<Notice, number> {
  const counts = { sameDay: 0, withinWeek: 0, withinFourWeeks: 0, longer: 0 }
  for (const { date, on, added, changed, cancelled } of changes)
    counts[noticeOf(daysBetween(on, date))] += added + changed + cancelled
  return counts
}

/** A change made after the session had no notice. */
function noticeOf(days: number): Notice {
  if (days <= 0) return 'sameDay'
  if (days <= 7) return 'withinWeek'
  return days <= 28 ? 'withinFourWeeks' : 'longer'
}

function serviceOf(weeks: readonly PublishedWeek[]): Evidence['service'] {
  const sum = (measure: (typeof MEASURES)[number]): Measure => {
    const all = weeks.map(({ judged }) => figureOf(judged.service, measure))
    return {
      due: tidy(all.reduce((total, { due }) => total + due, 0)),
      inTime: tidy(all.reduce((total, { inTime }) => total + inTime, 0)),
    }
  }
  return {
    urgent: sum('urgent'),
    routine: sum('routine'),
    withinOneWeek: sum('withinOneWeek'),
    withinTwoWeeks: sum('withinTwoWeeks'),
  }
}

function figureOf(service: unknown, measure: string): Measure {
  const found: Fields = fieldsOf(fieldsOf(service)[measure])
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  return { due: number(found.due), inTime: number(found.inTime) }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
