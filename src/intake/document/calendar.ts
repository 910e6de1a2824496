/** The week and its parts: whether they form a valid horizon, and which dates and parts are sessions in it. */

import { addDays, type Horizon, layOut, WEEKDAYS, weekdayName, weekdayOf } from '../../time.ts'
import { domainParts, TIMEZONE, WEEKS } from '../assemble/defaults.ts'
import type { PartDocument } from '../rota-document.ts'
import type { HeldPart } from '../slots.ts'
import type { Complaints } from './complaints.ts'
import type { Known } from './reading.ts'
import type { Sections } from './sections.ts'

export interface Calendar {
  readonly parts: readonly HeldPart[]
  /** Null if the week or its parts are invalid; then individual dates aren't checked. */
  readonly horizon: Horizon | null
  /** Date and part of every session, separated by a space. */
  readonly sessions: ReadonlySet<string>
}

interface PartRow {
  readonly index: number
  readonly value: PartDocument
}

export function checkCalendar(sections: Sections, complaints: Complaints): Calendar {
  const before = complaints.total
  const { network, week } = sections
  const rows = sections.lists.parts.flatMap(({ index, value }) => (isWhole(value) ? [{ index, value }] : []))
  const parts = rows.map((row) => row.value)
  if (week && weekdayOf(week.from) !== 'mon') {
    const monday = addDays(week.from, -WEEKDAYS.indexOf(weekdayOf(week.from)))
    complaints.add(
      ['week', 'from'],
      `The week must begin on a Monday; this is a ${weekdayName(weekdayOf(week.from))}.`,
      { seen: week.from, maybe: monday },
    )
  }
  for (const row of rows) checkPart(row, rows, complaints)
  const whole = week && parts.length > 0 && parts.length === sections.ids.parts?.size && complaints.total === before
  if (!whole) return { parts, horizon: null, sessions: new Set() }
  const horizon = layOut(week.from, week.weeks ?? WEEKS, network?.timezone ?? TIMEZONE, domainParts(parts))
  checkClockChange(horizon, rows, complaints)
  return { parts, horizon, sessions: new Set(horizon.sessions.map((session) => `${session.date} ${session.part}`)) }
}

function isWhole(part: Known<PartDocument>): part is PartDocument {
  return part.id !== undefined && part.starts !== undefined && part.ends !== undefined && part.days !== undefined
}

function checkPart({ index, value: part }: PartRow, rows: readonly PartRow[], complaints: Complaints): void {
  if (part.ends <= part.starts) {
    complaints.add(
      ['parts', index, 'ends'],
      `"${part.id}" must end after it starts, at ${part.starts}, on the same day.`,
      { seen: part.ends },
    )
  }
  if (new Set(part.days).size < part.days.length)
    complaints.add(['parts', index, 'days'], 'The same weekday is listed twice.', { seen: part.days.join(', ') })
  for (const { index: earlier, value: other } of rows) {
    if (earlier >= index) break
    const day = part.days.find((candidate) => other.days.includes(candidate))
    const overlap = day && part.starts < other.ends && other.starts < part.ends
    if (overlap && part.id !== other.id) {
      complaints.add(
        ['parts', index],
        `"${part.id}" (${part.starts} to ${part.ends}) overlaps "${other.id}" (${other.starts} to ${other.ends}) on ${weekdayName(day)}.`,
      )
    }
  }
}

/** A part inside the hour skipped by a clock change would have no minutes. */
function checkClockChange(horizon: Horizon, rows: readonly PartRow[], complaints: Complaints): void {
  for (const session of horizon.sessions) {
    if (session.minutes > 0) continue
    const index = rows.find((row) => row.value.id === session.part)?.index ?? 0
    complaints.add(['parts', index], `"${session.part}" has no time on ${session.date}, when the clock changes.`)
  }
}
