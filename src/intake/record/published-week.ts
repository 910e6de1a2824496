/** Published weeks with their documents, for lists, figures and calendars. */
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../time.ts'
import type { AssignmentDocument, PersonDocument, RotaDocument } from '../rota-document.ts'
import { slotOf } from '../slots.ts'
import { isAwayOn } from './pattern.ts'
import type { StoredRota } from './stored-past.ts'

/** A stored rota with its document, as JSON. */
export interface StoredWithDocument extends StoredRota {
  readonly version: number
  readonly document: string
}

export interface PublishedWeek {
  readonly from: Day
  readonly version: number
  /** As stored; it was validated on arrival. */
  readonly document: RotaDocument
  readonly assignments: readonly AssignmentDocument[]
  /** The solve's report; null for a rota made by hand. */
  readonly report: Readonly<Record<string, unknown>> | null
  /** The judgement of a rota made by hand, otherwise the report. */
  readonly judged: Readonly<Record<string, unknown>>
}

/** One per published week, in order of time. */
export function publishedWeeks(stored: readonly StoredWithDocument[]): readonly PublishedWeek[] {
  return stored
    .flatMap(({ held, version, ...rota }) => {
      const document: RotaDocument = JSON.parse(rota.document)
      const body: Readonly<Record<string, unknown>> & { assignments?: AssignmentDocument[] } = JSON.parse(rota.body)
      const judged: Readonly<Record<string, unknown>> = rota.judgement === null ? body : JSON.parse(rota.judgement)
      const report = rota.judgement === null ? body : null
      return held.map((from): PublishedWeek => {
        const to = addDays(from, 6)
        const assignments = (body.assignments ?? []).filter(({ date }) => from <= date && date <= to)
        return { from, version, document, assignments, report, judged }
      })
    })
    .sort((a, b) => a.from.localeCompare(b.from))
}

/** Wishes in a week, counted by session, and how many were granted. */
export interface WishCount {
  readonly asked: number
  readonly granted: number
}

export const NO_WISHES: WishCount = { asked: 0, granted: 0 }

export function addWishes(a: WishCount, b: WishCount): WishCount {
  return { asked: a.asked + b.asked, granted: a.granted + b.granted }
}

/** By person. Wishes for sessions in which the person is away, or that don't take place, aren't counted. */
export function wishesOf({ from, document, assignments }: PublishedWeek): ReadonlyMap<string, WishCount> {
  const days = WEEKDAYS.map((_, n) => addDays(from, n))
  const worked = new Set(assignments.map(({ person, date, part }) => `${person} ${date} ${part}`))
  return new Map(
    document.people.map((person): [string, WishCount] => {
      const counts = (person.wishes ?? [])
        .filter(({ weight }) => weight !== 0)
        .flatMap((wish) =>
          sessionsOf(wish, days, document)
            .filter((session) => !isAwayOn(person.away ?? [], session))
            .map(({ date, part }) => worked.has(`${person.id} ${date} ${part}`) === (wish.want === 'on')),
        )
      return [person.id, { asked: counts.length, granted: counts.filter(Boolean).length }]
    }),
  )
}

type Wish = NonNullable<PersonDocument['wishes']>[number]

function sessionsOf({ part, date }: Wish, days: readonly Day[], { parts }: RotaDocument) {
  const slot = slotOf(part, parts)
  return days.flatMap((day) =>
    parts
      .filter(({ id, days: held }) => {
        const weekday = weekdayOf(day)
        return held.includes(weekday) && (id === part || (id === slot?.part && weekday === slot.weekday))
      })
      .filter(() => !date || date === day)
      .map(({ id }) => ({ date: day, part: id })),
  )
}
