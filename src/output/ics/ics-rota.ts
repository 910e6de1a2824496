/** A rota as an iCalendar file (RFC 5545): one event per session, with the person's name. */
import { sessionCalendar } from '../../calendar/session-calendar.ts'
import type { Problem } from '../../problem.ts'
import type { CalendarSession } from '../../published-session.ts'
import type { AssignmentReport } from '../../report.ts'
import type { Edition, RotaFormat } from '../output-format.ts'

export const icsRota: RotaFormat = {
  name: 'ics',
  does: 'a calendar file with every session and whose it is',
  mediaType: 'text/calendar',
  ending: '.ics',
  file: 'rota.ics',
  write: ({ assignments }, problem, page) =>
    sessionCalendar(
      assignments.map((assignment) => sessionOf(assignment, problem, page?.edition)),
      { title: `Rota: ${problem.network.name}`, withNames: true, uidOf: uidsFor(problem) },
    ),
}

/** A later version of the rota has a higher SEQUENCE, so that calendars replace the older event. */
function sessionOf(
  { person, date, part, site, work, remote }: AssignmentReport,
  problem: Problem,
  edition: Edition | undefined,
): CalendarSession {
  const { starts = null, ends = null } = problem.horizon.parts.find(({ id }) => id === part) ?? {}
  const words = {
    name: problem.personById.get(person)?.name ?? person,
    siteName: problem.siteById.get(site)?.name ?? site,
    work,
    starts,
    ends,
    timezone: problem.network.timezone,
    remote: remote === true ? true : null,
  }
  const changedAt = new Date(edition?.at ?? `${problem.horizon.from}T00:00:00Z`)
  return { person, date, part, site, words, sequence: edition?.version ?? 0, isCancelled: false, changedAt }
}

/** Stable across versions of the rota. Two sessions at the same time are told apart by their order. */
function uidsFor({ network }: Problem): (session: CalendarSession) => string {
  const times = new Map<string, number>()
  return ({ person, date, part }) => {
    const name = [network.ods, person, date, part].map(encodeURIComponent).join('.')
    const nth = (times.get(name) ?? 0) + 1
    times.set(name, nth)
    return `${name}${nth === 1 ? '' : `.${nth}`}@rota`
  }
}
