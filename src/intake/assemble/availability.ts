/** When people can be asked to work, and how many sessions of their contracts are due. */
import type { Availability } from '../../availability.ts'
import type { Problem } from '../../problem.ts'
import type { Person } from '../../staff.ts'
import type { Session } from '../../time.ts'
import type { PersonDocument } from '../rota-document.ts'
import { slotOf } from '../slots.ts'
import { protectedTimeOf } from './protected-time.ts'

/** What availability depends on besides a person's own data. */
export interface Surroundings extends Pick<Problem, 'personById' | 'history' | 'horizon' | 'sites'> {
  /** Sites ignoring those closures during which people are paid. */
  readonly paidOpen: Problem['sites']
}

/** By person id. */
export function availabilities(
  rows: readonly PersonDocument[],
  given: Surroundings,
): ReadonlyMap<string, Availability> {
  return new Map(
    rows.flatMap((row): [string, Availability][] => {
      const person = given.personById.get(row.id)
      return person === undefined ? [] : [[row.id, availabilityOf(row, person, given)]]
    }),
  )
}

function availabilityOf(document: PersonDocument, person: Person, given: Surroundings): Availability {
  const { horizon, sites, paidOpen, history } = given
  const slots = document.works?.map((word) => slotOf(word, horizon.parts))
  const works = (session: Session) =>
    !slots || slots.some((slot) => slot?.part === session.part && slot.weekday === session.weekday)
  const away = horizon.sessions.map((session) => isAway(document, session))
  const free = horizon.sessions.map((session) => works(session) && !away[session.index])
  const isOpen = (places: Problem['sites'], { index }: Session) =>
    places.some(({ id, open }) => person.sites.includes(id) && open[index])
  const isLeft = (session: Session) => free[session.index] === true && isOpen(sites, session)
  const unpaid = { away: (document.away ?? []).filter((leave) => leave.paid !== true) }
  const isPaid = (session: Session) => isOpen(paidOpen, session) && !isAway(unpaid, session)
  const weeks = Array.from({ length: horizon.weeks }, (_, week) =>
    horizon.sessions.filter((session) => session.week === week && works(session)),
  )
  const { sessions, paid = sessions } = person.contract
  const owed = weeks.map((usual) => dueOf(sessions, usual, isLeft))
  const due = owed.map(({ all }) => all)
  return {
    person: person.id,
    free,
    away,
    due,
    paid: weeks.map((usual) => dueOf(Math.max(sessions, paid), usual, isPaid).all),
    dueOutside: owed.map(({ outside }) => outside),
    most: due.map((sessions) => sessions + person.contract.flex),
    ...protectedTimeOf(person, { due, from: horizon.from, owed: history.get(person.id)?.protectedOwed }),
  }
}

function isAway(person: Pick<PersonDocument, 'away'>, { date, part }: Session): boolean {
  return (person.away ?? []).some(
    (leave) => leave.from <= date && date <= leave.to && (leave.parts?.includes(part) ?? true),
  )
}

/**
 * Contracted sessions due in a week, as an exact fraction. The contract is worked in the core sessions of the usual week first, then in
 * its evenings and Saturdays. Leave and closed days reduce each group proportionally, however many sessions the usual week offers. Any
 * part of the contract that doesn't fit even into the usual week is reduced in proportion to the total.
 */
function dueOf(
  contract: number,
  usual: readonly Session[],
  isLeft: (session: Session) => boolean,
): { readonly all: number; readonly outside: number } {
  const core = usual.filter((session) => !session.enhancedAccess)
  const extra = usual.filter((session) => session.enhancedAccess)
  const inCore = Math.min(contract, total(core))
  const inExtra = Math.min(contract - inCore, total(extra))
  const left = (sessions: number, of: readonly Session[]) =>
    sessions === 0 ? 0 : (sessions * total(of.filter(isLeft))) / total(of)
  const rest = usual.length === 0 ? 0 : left(contract - inCore - inExtra, usual)
  const outside = left(inExtra, extra)
  return { all: exact(left(inCore, core) + outside + rest), outside: exact(outside) }
}

/** In contracted sessions. */
function total(sessions: readonly Session[]): number {
  return exact(sessions.reduce((sum, session) => sum + session.counts, 0))
}

/** Removes floating-point noise, such as from adding 0.4 three times. */
function exact(sessions: number): number {
  return Math.round(sessions * 1e9) / 1e9
}
