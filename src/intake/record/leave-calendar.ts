/** Who is on leave and when: leave rows of a record, and numbers away by day and role. */
import { addDays, type Day, daysBetween, weekdayOf } from '../../time.ts'
import type { Leave, NetworkRecord } from '../record-document.ts'
import { isInPost } from './pattern.ts'

export interface LeaveCalendar {
  /** In order of time. */
  readonly leave: readonly (Leave & { readonly name: string; readonly role: string })[]
  /** Weekdays with somebody away, by role. */
  readonly days: readonly { readonly date: Day; readonly role: string; readonly away: number; readonly of: number }[]
}

/** Includes leave that overlaps the days `from` to `to`, both inclusive. */
export function leaveCalendar(record: NetworkRecord, from: Day, to: Day): LeaveCalendar {
  const people = new Map(record.people.map((person) => [person.id, person]))
  const within = (record.leave ?? []).filter((one) => one.from <= to && one.to >= from)
  const leave = within
    .flatMap((one) => {
      const person = people.get(one.person)
      return person === undefined ? [] : [{ ...one, name: person.name, role: person.role }]
    })
    .sort((a, b) => a.from.localeCompare(b.from) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
  const dates = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n))
  const days = dates.filter(isWorkday).flatMap((date) => {
    const away = leave.filter((one) => one.from <= date && date <= one.to)
    const roles = [...new Set(away.map(({ role }) => role))]
    return roles.map((role) => ({
      date,
      role,
      away: new Set(away.filter((one) => one.role === role).map(({ person }) => person)).size,
      of: record.people.filter((person) => person.role === role && isInPost(person, date, date)).length,
    }))
  })
  return { leave, days }
}

function isWorkday(date: Day): boolean {
  return !['sat', 'sun'].includes(weekdayOf(date))
}
