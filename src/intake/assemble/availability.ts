/** When people can be asked to work, and how many sessions of their contracts are due. */
import type { Availability } from '../../availability.ts'
import type { Site } from '../../places.ts'
import type { Person } from '../../staff.ts'
import type { Horizon, Session } from '../../time.ts'
import type { PersonDocument } from '../rota-document.ts'
import { slotOf } from '../slots.ts'

export function availabilityOf(
  document: PersonDocument,
  person: Person,
  { horizon, sites }: { horizon: Horizon; sites: readonly Site[] },
): Availability {
  const slots = document.works?.map((word) => slotOf(word, horizon.parts))
  const works = (session: Session) =>
    !slots || slots.some((slot) => slot?.part === session.part && slot.weekday === session.weekday)
  const away = horizon.sessions.map((session) => isAway(document, session))
  const free = horizon.sessions.map((session) => works(session) && !away[session.index])
  const own = sites.filter((site) => person.sites.includes(site.id))
  const possible = horizon.sessions.filter(
    (session) => free[session.index] && own.some((site) => site.open[session.index]),
  )
  const weeks = Array.from({ length: horizon.weeks }, (_, week) => week)
  const due = weeks.map((week) =>
    dueIn(week, { contract: person.contract.sessions, fixed: slots !== undefined, possible, horizon }),
  )
  return {
    person: person.id,
    free,
    away,
    due,
    most: due.map((sessions) => sessions + person.contract.flex),
    protected: due.map((sessions) => Math.min(person.contract.protected, sessions)),
  }
}

function isAway(person: PersonDocument, { date, part }: Session): boolean {
  return (person.away ?? []).some(
    (leave) => leave.from <= date && date <= leave.to && (leave.parts?.includes(part) ?? true),
  )
}

interface Week {
  readonly contract: number
  /** The person has a fixed pattern of sessions. */
  readonly fixed: boolean
  /** Sessions, of all weeks, in which the person is free and one of their sites is open. */
  readonly possible: readonly Session[]
  readonly horizon: Horizon
}

/**
 * Sessions of the contract that are due in a week. A fixed pattern owes what is left of it. Without a pattern nobody can
 * say which sessions the leave took, so the contract shrinks in proportion to the core sessions that are left.
 */
function dueIn(week: number, { contract, fixed, possible, horizon }: Week): number {
  const left = possible.filter((session) => session.week === week)
  if (fixed) return Math.min(contract, total(left))
  const laidOut = horizon.sessions.filter((session) => session.week === week)
  const core = laidOut.filter((session) => !session.enhancedAccess)
  const [all, mine] = core.length > 0 ? [core, left.filter((session) => !session.enhancedAccess)] : [laidOut, left]
  return all.length === 0 ? 0 : Math.min(contract, Math.round((contract * total(mine)) / total(all)))
}

/** In sessions of a contract. */
function total(sessions: readonly Session[]): number {
  return sessions.reduce((sum, session) => sum + session.counts, 0)
}
