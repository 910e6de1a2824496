/** The week with one thing changed: the effect of a repair to the document, applied to the Problem. */
import type { Level } from '../../../src/breach.ts'
import type { Pin, Problem } from '../../../src/problem.ts'
import type { Person } from '../../../src/staff.ts'
import { keyOf } from './asks.ts'

export function withoutPin(problem: Problem, pin: Pin): Problem {
  return { ...problem, pins: problem.pins.filter((other) => keyOf(other) !== keyOf(pin)) }
}

export function withPinMoved(problem: Problem, pin: Pin, to: Pin): Problem {
  return { ...problem, pins: problem.pins.map((other) => (keyOf(other) === keyOf(pin) ? to : other)) }
}

/** The person becomes available in this session as well. */
export function withFree(problem: Problem, person: string, session: number): Problem {
  const own = problem.availability.get(person)
  const { week = 0, counts = 1 } = problem.horizon.sessions[session] ?? {}
  if (own === undefined) return problem
  const set = (flags: readonly boolean[], flag: boolean) => flags.map((was, s) => (s === session ? flag : was))
  const freed = { ...own, free: set(own.free, true), away: set(own.away, false) }
  const known = { ...problem, availability: new Map(problem.availability).set(person, freed) }
  return withMoreSessions(known, { person, week, more: counts })
}

/** The person agrees to this many more sessions in a week. */
export function withMoreSessions(problem: Problem, ask: { person: string; week: number; more: number }): Problem {
  const own = problem.availability.get(ask.person)
  if (own === undefined) return problem
  const most = own.most.map((sessions, week) => (week === ask.week ? sessions + ask.more : sessions))
  return { ...problem, availability: new Map(problem.availability).set(ask.person, { ...own, most }) }
}

export function withRooms(problem: Problem, site: string, rooms: number): Problem {
  const sites = problem.sites.map((one) => (one.id === site ? { ...one, rooms } : one))
  return { ...problem, sites, siteById: new Map(sites.map((one) => [one.id, one])) }
}

export function withLevel(problem: Problem, rule: string, level: Level): Problem {
  const known = problem.rules.get(rule) ?? { off: false, weight: 1, numbers: {} }
  return { ...problem, rules: new Map(problem.rules).set(rule, { ...known, level }) }
}

/** The person may work at one more site. */
export function withSite(problem: Problem, id: string, site: string): Problem {
  const people = problem.people.map((one): Person => (one.id === id ? { ...one, sites: [...one.sites, site] } : one))
  return { ...problem, people, personById: new Map(people.map((one) => [one.id, one])) }
}
