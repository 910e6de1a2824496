/**
 * A week's document after somebody falls ill: adds the absence, keeps changes to the published rota to a minimum, counts notice from
 * today, and offers a locum if one could help. Pure: the input document isn't modified.
 */
import type { Absence } from '../../absence.ts'
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { AssignmentReport } from '../../report.ts'
import type { Session } from '../../time.ts'
import { daysBetween } from '../../time.ts'
import type { PersonDocument, RoleDocument, RotaDocument } from '../rota-document.ts'
import { dateOf, type Moment } from './moment.ts'

/** A locum who could replace the absent person. */
export interface LocumOffer {
  /** Pounds per session. */
  readonly price: number
  /** Sessions and sites the locum could work. */
  readonly gaps: readonly { readonly session: Session; readonly site: string }[]
}

export interface AbsentWeek {
  readonly absence: Absence
  readonly published: readonly AssignmentReport[]
  readonly now: Moment
  /** Null if no locum is available. */
  readonly locum: LocumOffer | null
}

/** Id of the person and role that represent the locum. */
const LOCUM = 'locum'

export function absentWeek(
  document: RotaDocument,
  problem: Problem,
  { absence, published, now, locum }: AbsentWeek,
): RotaDocument {
  const moments = absence.sessions.flatMap((index) => problem.horizon.sessions[index] ?? [])
  const isAbsent = (row: { person: string; date: string; part: string }) =>
    row.person === absence.person && moments.some(({ date, part }) => date === row.date && part === row.part)
  const paid = paidMoments(problem, absence, published)
  const people = document.people.map((person) =>
    person.id === absence.person ? withLeave(person, moments, paid) : person,
  )
  const outside = locum === null || locum.gaps.length === 0 ? null : locumOf(document, { absence, problem, locum })
  return {
    ...publishedWeek(document, { published, now }),
    roles: [...document.roles, ...(outside?.roles ?? [])],
    people: [...people, ...(outside === null ? [] : [outside.person])],
    pins: (document.pins ?? []).filter((pin) => !isAbsent(pin)),
  }
}

/** The maximum that a document may give. */
const MOST_FLEX = 28

/** Leave reduces the contract proportionally; the sessions already published for the rest of the week remain agreed. */
function withLeave(person: PersonDocument, moments: readonly Session[], paid: ReadonlySet<Session>): PersonDocument {
  const { flex = 0, ...contract } = person.contract
  const byWeek = grouped(moments, ({ week }) => String(week))
  const lost = Math.max(0, ...byWeek.map((ofWeek) => ofWeek.reduce((sum, { counts }) => sum + counts, 0)))
  return {
    ...person,
    contract: { ...contract, flex: Math.min(MOST_FLEX, flex + lost) },
    away: [...(person.away ?? []), ...leaveOf(moments, paid)],
  }
}

/**
 * The current week with its rota marked as published, so that the next plan changes as little as possible, with notice counted from
 * today.
 */
export function publishedWeek(
  document: RotaDocument,
  { published, now }: Pick<AbsentWeek, 'published' | 'now'>,
): RotaDocument {
  return {
    ...document,
    published: published.map((a) => ({ ...a })),
    rules: changesFrom(document, daysBetween(dateOf(now), document.week.from)),
  }
}

/**
 * Sessions of the absence that the contract pays all the same, so that illness neither saves money nor costs any. Leave takes its share of
 * a contract in proportion to the usual week, whether or not anything was planned then; what the rest of the week has beyond the contract
 * that is left would be paid on top, so as many sessions are not paid as make up for that, those with nothing planned first. A locum who
 * does not come is not paid.
 */
function paidMoments(
  problem: Problem,
  { person, sessions }: Absence,
  published: readonly AssignmentReport[],
): ReadonlySet<Session> {
  const { horizon, availability, personById, roleById } = problem
  const { due = [], free = [] } = availability.get(person) ?? {}
  if (roleById.get(personById.get(person)?.role ?? '')?.funding === 'locum') return new Set()
  const isPlanned = ({ date, part }: Session) =>
    published.some((a) => a.person === person && a.date === date && a.part === part)
  const weeks = due.map((contract, week) => {
    const ofWeek = horizon.sessions.filter((session) => session.week === week)
    const usual = ofWeek.filter(({ index }) => free[index] === true)
    const lost = usual.filter(({ index }) => sessions.includes(index))
    const left = ofWeek.filter((session) => isPlanned(session) && !sessions.includes(session.index))
    const all = counted(usual)
    const beyond = Math.max(0, Math.min(counted(left), contract) - contract * (1 - counted(lost) / all))
    const paid = lost.length - Math.round(contract > 0 ? (all * beyond) / contract : 0)
    return [...lost.filter(isPlanned), ...lost.filter((session) => !isPlanned(session))].slice(0, Math.max(0, paid))
  })
  return new Set(weeks.flat())
}

function counted(sessions: readonly Session[]): number {
  return sessions.reduce((sum, { counts }) => sum + counts, 0)
}

/** One entry per day, or two if only some of its sessions are paid. */
function leaveOf(moments: readonly Session[], paid: ReadonlySet<Session>): NonNullable<PersonDocument['away']> {
  const days = [...new Set(moments.map(({ date }) => date))]
  return days.flatMap((date) => {
    const ofDay = moments.filter((session) => session.date === date)
    const [kept, others] = [ofDay.filter((session) => paid.has(session)), ofDay.filter((session) => !paid.has(session))]
    const parts = (of: readonly Session[]) => ({ from: date, to: date, parts: of.map(({ part }) => part) })
    return [
      ...(kept.length === 0 ? [] : [{ ...parts(kept), paid: true }]),
      ...(others.length === 0 ? [] : [parts(others)]),
    ]
  })
}

/** Counts notice from today. */
function changesFrom({ rules = {} }: RotaDocument, daysAhead: number): NonNullable<RotaDocument['rules']> {
  const { stability } = rules
  return stability === false ? rules : { ...rules, stability: { ...stability, daysAhead } }
}

interface Outside {
  readonly person: PersonDocument
  /** A new role, if the document has no locum role that can meet the same needs. */
  readonly roles: readonly RoleDocument[]
}

function locumOf(
  document: RotaDocument,
  given: { readonly absence: Absence; readonly problem: Problem; readonly locum: LocumOffer },
): Outside | null {
  const { absence, problem, locum } = given
  const own = problem.personById.get(absence.person)
  const role = document.roles.find(({ id }) => id === own?.role)
  if (own === undefined || role === undefined) return null
  const paid = document.roles.find((one) => one.funding === 'locum' && one.title === role.title)
  const id = unused(
    LOCUM,
    [...document.roles, ...document.people].map((row) => row.id),
  )
  const made: RoleDocument = {
    ...role,
    id,
    title: `Locum ${role.title}`,
    duty: problem.roleById.get(role.id)?.duty === true,
    costPerSession: locum.price,
    funding: 'locum',
  }
  const sites = [...new Set(locum.gaps.map(({ site }) => site))]
  const [home = own.home] = sites
  const counts = locum.gaps.reduce((sum, { session }) => sum + session.counts, 0)
  const works = [...new Set(locum.gaps.map(({ session }) => `${session.weekday}-${session.part}`))]
  return {
    roles: paid === undefined ? [made] : [],
    person: {
      id,
      name: `A locum (${role.title})`,
      role: paid?.id ?? id,
      home,
      sites,
      contract: { sessions: 0, flex: Math.ceil(counts) },
      ...(own.skills.length === 0 ? {} : { skills: [...own.skills] }),
      works,
    },
  }
}

function unused(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? name : `${name}-${n}`
    if (!taken.includes(id)) return id
  }
}
