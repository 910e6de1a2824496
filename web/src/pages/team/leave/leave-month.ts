/** A month of leave from a record: who is away on each day, and days with many of one role away. */
import type { Leave, RecordPerson, Role } from '../../../api.ts'
import { addDays } from '../../../parts/dates.ts'
import type { Team } from '../team.ts'

export interface LeaveDay {
  readonly day: string
  readonly isWeekend: boolean
}

export interface LeaveRow {
  readonly person: RecordPerson
  /** For each day of the month: the whole day, some parts, or null. */
  readonly days: readonly (readonly string[] | 'all' | null)[]
}

export interface LeaveGroup {
  readonly role: Role
  readonly rows: readonly LeaveRow[]
  /** For each day: how many people of the role are away. */
  readonly away: readonly number[]
}

export interface Clash {
  readonly day: string
  readonly role: string
  readonly away: number
  readonly of: number
}

/** Every day of a month such as `2026-12`. */
export function daysOf(month: string): readonly LeaveDay[] {
  const first = `${month}-01`
  return Array.from({ length: 31 }, (_, n) => addDays(first, n))
    .filter((day) => day.startsWith(month))
    .map((day) => ({ day, isWeekend: [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) }))
}

/** The previous or next month. */
export function monthBeside(month: string, step: 1 | -1): string {
  return addDays(`${month}-15`, step * 30).slice(0, 7)
}

/** Leave that overlaps the month, in order of time. */
export function leaveIn({ record }: Team, month: string): readonly Leave[] {
  const [first, last] = [`${month}-01`, daysOf(month).at(-1)?.day ?? `${month}-28`]
  return (record.leave ?? [])
    .filter((one) => one.from <= last && one.to >= first)
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
}

/** People with leave in the month, by role. */
export function groupsAway(team: Team, month: string, people: readonly RecordPerson[]): readonly LeaveGroup[] {
  const days = daysOf(month)
  const leave = leaveIn(team, month)
  const rows = people
    .map((person) => ({ person, days: days.map(({ day }) => awayOn(leave, person.id, day)) }))
    .filter((row) => row.days.some((away) => away !== null))
  return team.roles
    .map((role) => {
      const own = rows.filter(({ person }) => person.role === role.id)
      return { role, rows: own, away: days.map((_, n) => own.filter((row) => row.days[n] !== null).length) }
    })
    .filter(({ rows }) => rows.length > 0)
}

function awayOn(leave: readonly Leave[], person: string, day: string): LeaveRow['days'][number] {
  const now = leave.filter((one) => one.person === person && one.from <= day && day <= one.to)
  if (now.length === 0) return null
  return now.some(({ parts }) => parts === undefined) ? 'all' : now.flatMap(({ parts = [] }) => parts)
}

/** Working days on which at least half of a role is away for some time; for a role with one person, that person. */
export function clashesIn(team: Team, month: string): readonly Clash[] {
  const days = daysOf(month)
  return groupsAway(team, month, team.record.people)
    .flatMap(({ role, away }) =>
      away.map((count, n): Clash => {
        const day = days[n]?.day ?? ''
        return { day, role: role.title, away: count, of: inPost(team, role.id, day) }
      }),
    )
    .filter(({ away, of, day }) => away > 0 && away * 2 >= of && days.some((one) => one.day === day && !one.isWeekend))
    .sort((a, b) => a.day.localeCompare(b.day))
}

function inPost({ record }: Team, role: string, day: string): number {
  return record.people.filter((one) => one.role === role && (one.from ?? day) <= day && (one.until ?? day) >= day)
    .length
}
