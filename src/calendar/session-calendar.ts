/** Published sessions as a calendar feed (RFC 5545): one event per session, with a stable UID and a SEQUENCE that counts changes. */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarSession } from '../published-session.ts'
import { clockTime } from '../time.ts'
import { DESCRIBED_ZONE, LONDON } from './vtimezone.ts'

export interface CalendarRequest {
  /** The calendar's name, as shown in calendar apps. */
  readonly title: string
  /** True for a site's calendar, whose events include people's names. */
  readonly withNames: boolean
  /** Stable: the same for a session in every version of the feed. */
  readonly uidOf: (session: CalendarSession) => string
}

/** Suggested refresh interval, in seconds. */
const REFRESH = 3600

/** The feed as iCalendar text. An empty calendar is valid. */
export function sessionCalendar(sessions: readonly CalendarSession[], request: CalendarRequest): string {
  const calendar = ical({
    name: request.title,
    prodId: { company: 'rota', product: 'rota', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH,
    // Set per event, not for the whole calendar, because timestamps such as DTSTAMP must be in UTC.
    timezone: { name: null, generator: (zone) => (zone === DESCRIBED_ZONE ? LONDON : null) },
  })
  for (const session of sessions) {
    const { words, date, part, sequence, isCancelled, changedAt } = session
    if (words.starts === null || words.ends === null) continue
    const zone = words.timezone ?? DESCRIBED_ZONE
    const event = calendar.createEvent({
      id: request.uidOf(session),
      start: clockTime(date, words.starts, zone),
      end: clockTime(date, words.ends, zone),
      summary: summaryOf(session, request),
      location: words.remote === true ? null : words.siteName,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      timezone: zone === DESCRIBED_ZONE ? DESCRIBED_ZONE : null,
    })
    event.x([['X-ROTA-PART', part]])
  }
  return calendar.toString()
}

const WORDS: Readonly<Record<string, string>> = {
  clinic: 'Clinic',
  duty: 'Duty doctor',
  visits: 'Home visits',
  supervision: 'Supervision',
  admin: 'Admin',
  training: 'Protected time',
  outside: 'Outside work',
}

function summaryOf({ words }: CalendarSession, { withNames }: CalendarRequest): string {
  const work = WORDS[words.work ?? ''] ?? words.work ?? 'Session'
  const remote = words.remote === true ? ' (remote)' : ''
  return withNames && words.name !== null ? `${words.name}: ${work}${remote}` : `${work}${remote}`
}
