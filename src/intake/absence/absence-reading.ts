/** Reads who is away, from when to when, and validates it against the week. */
import { z } from 'zod'
import type { Absence } from '../../absence.ts'
import type { Problem } from '../../problem.ts'
import { isDay } from '../../time.ts'
import { Complaints } from '../document/complaints.ts'
import { complainOf } from '../document/wording.ts'
import { type Moment, moment } from './moment.ts'

const day = z.string().refine(isDay, 'must be a day that exists, written as YYYY-MM-DD.')

export const awaySchema = z.strictObject({
  person: z.string().describe('Who is away, by id.'),
  from: day.describe('First day.'),
  to: day.exactOptional().describe('Last day; default: the first.'),
  parts: z.array(z.string()).min(1).exactOptional().describe('Parts of the day; default: all of them.'),
})

/** An absence as sent by a caller. */
export type AwayDocument = z.infer<typeof awaySchema>

/**
 * Throws one BadInput with every error. Sessions that have begun by `now` are left out; if none remain, the absence is rejected as past.
 */
export function readAbsence(value: unknown, problem: Problem, now: Moment): Absence {
  const complaints = new Complaints()
  const read = awaySchema.safeParse(value)
  if (!read.success) {
    complainOf(read.error.issues, { at: [], value, schema: awaySchema }, complaints)
    return complaints.refuse()
  }
  const { person, from, to = from, parts } = read.data
  const { horizon } = problem
  if (!problem.personById.has(person))
    complaints.add(['person'], 'There is no person with this id.', { seen: person, among: problem.personById.keys() })
  const ids = horizon.parts.map((part) => part.id)
  for (const [n, part] of (parts ?? []).entries()) {
    if (!ids.includes(part))
      complaints.add(['parts', n], 'There is no part of the day with this id.', { seen: part, among: ids })
  }
  checkDays({ from, to }, problem, complaints)
  complaints.throwIfAny()
  const since = firstOpen(problem, now)
  const away = horizon.sessions.filter(
    ({ date, part }) => from <= date && date <= to && (parts === undefined || parts.includes(part)),
  )
  if (away.length === 0)
    complaints.add(parts === undefined ? ['from'] : ['parts'], 'No session of the rota is held then.', { seen: from })
  else if (away.every(({ index }) => index < since))
    complaints.add(['to'], `This is in the past: it is ${moment(now)}. What has begun cannot be planned again.`, {
      seen: to,
    })
  complaints.throwIfAny()
  return { person, since, sessions: away.map(({ index }) => index).filter((index) => index >= since) }
}

function checkDays(
  { from, to }: { readonly from: string; readonly to: string },
  { horizon }: Problem,
  complaints: Complaints,
): void {
  const last = horizon.days.at(-1) ?? horizon.from
  if (to < from) complaints.add(['to'], '"to" is before "from".', { seen: to, maybe: from })
  else if (to < horizon.from || from > last)
    complaints.add(['from'], `This is outside the rota, which runs from ${horizon.from} to ${last}.`, { seen: from })
}

/** Index of the first session that has not begun, or the number of sessions if all have. */
export function firstOpen({ horizon }: Problem, now: Moment): number {
  const startOf = new Map(horizon.parts.map((part) => [part.id, part.starts]))
  const found = horizon.sessions.find(({ date, part }) => `${date}T${startOf.get(part) ?? ''}` > now)
  return found?.index ?? horizon.sessions.length
}
