/** Changes that might resolve a clash, cheapest for the practice first. Not tested yet. */
import type { Level } from '../../../src/breach.ts'
import type { Pin, Problem } from '../../../src/problem.ts'
import type { Person } from '../../../src/staff.ts'
import { count, personName, siteName } from '../../../src/wording/names.ts'
import { contractedSessions } from '../../rules/contracted-sessions.ts'
import { rooms } from '../../rules/rooms.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Ask, keyOf } from './asks.ts'
import { withFree, withLevel, withMoreSessions, withoutPin, withPinMoved, withRooms, withSite } from './edits.ts'
import type { Fact } from './facts.ts'
import type { Repair } from './repair.ts'
import { type Clash, placesAsked } from './tell.ts'
import type { Week } from './week.ts'
import { placing, sessionOf } from './wording.ts'

/**
 * In this order: move a pin, hand it to somebody else, drop it, free the person it names, agree more sessions, make the rule soft again,
 * let more people help, find rooms.
 */
export function candidatesFor(clash: Clash, week: Week): Repair[] {
  const { problem } = week
  const { facts } = clash.behind
  const pins = clash.asks.flatMap((ask) => (ask.kind === 'pin' ? [ask.pin] : []))
  const isFirm = (pin: Pin) => week.firm.some((firm) => keyOf(firm) === keyOf(pin))
  const movable = pins.filter((pin) => !isFirm(pin))
  const rules = [...new Set(clash.asks.flatMap((ask) => (ask.kind === 'demand' ? [ask.rule] : [])))]
  return [
    ...movable.flatMap((pin) => moved(pin, facts, problem)),
    ...movable.flatMap((pin) => handedOver(pin, problem)),
    ...movable.map((pin) => dropped(pin, problem)),
    ...pins.filter(isFirm).flatMap((pin) => facts.flatMap((fact) => freed(fact, pin, problem))),
    ...facts.flatMap((fact) => moreSessions(fact, pins, problem)),
    ...rules.map((rule) => exceptionTakenBack(rule)),
    ...clash.asks.flatMap((ask) => letIn(ask, week)),
    ...facts.flatMap((fact) => moreRooms(fact, pins, problem)),
  ]
}

/** The person comes in although away or off, or works at one more site. */
function freed(fact: Fact, { person, session, site }: Pin, problem: Problem): Repair[] {
  const who = personName(person, problem)
  const when = sessionOf(session, problem)
  if (fact.place.people?.[0] !== person) return []
  const free = (p: Problem) => withFree(p, person, session)
  if (fact.kind === 'away') return [{ kind: 'free', sentence: `Let ${who} be in on ${when} after all.`, change: free }]
  if (fact.kind === 'not-then')
    return [
      { kind: 'free', sentence: `Let ${who} work on ${when} too, in addition to the usual sessions.`, change: free },
    ]
  const isElsewhere = site !== null && problem.personById.get(person)?.sites.includes(site) === false
  if (fact.kind !== 'unqualified' || !isElsewhere) return []
  const sentence = `Let ${who} work at ${siteName(site, problem)} too.`
  return [{ kind: 'free', sentence, change: (p) => withSite(p, person, site) }]
}

/** To a site where the person works, if the site is the problem; otherwise to the next session free for person and site. */
function moved(pin: Pin, facts: readonly Fact[], problem: Problem): Repair[] {
  const person = problem.personById.get(pin.person)
  if (pin.work === 'off' || pin.site === null || person === undefined) return []
  if (!person.sites.includes(pin.site))
    return [move(pin, { ...pin, site: person.home }, siteName(person.home, problem), problem)]
  if (facts.some((fact) => fact.kind === 'unqualified' || fact.rule === contractedSessions.id)) return []
  const session = nextFree(pin, person, problem)
  return session === undefined ? [] : [move(pin, { ...pin, session }, sessionOf(session, problem), problem)]
}

function move(pin: Pin, to: Pin, where: string, problem: Problem): Repair {
  const sentence = `Move ${personName(pin.person, problem)}, pinned to ${placing(pin, problem)}, to ${where}.`
  return { kind: 'move', sentence, change: (p) => withPinMoved(p, pin, to) }
}

/** Prefers the same part of another day, the nearest first; then any other part. */
function nextFree(pin: Pin, person: Person, problem: Problem): number | undefined {
  const { sessions } = problem.horizon
  const here = sessions[pin.session]
  if (here === undefined) return undefined
  const taken = new Set(problem.pins.filter((other) => other.person === pin.person).map((other) => other.session))
  const free = sessions.filter(
    (s) =>
      s.week === here.week &&
      !taken.has(s.index) &&
      isThere(person, pin.site ?? '', s.index, problem) &&
      (pin.work !== 'duty' || !s.enhancedAccess),
  )
  const far = (s: (typeof free)[number]) => Number(s.part !== here.part) * 100 + Math.abs(s.day - here.day)
  return free.sort((a, b) => far(a) - far(b) || a.index - b.index)[0]?.index
}

function isThere(person: Person, site: string, session: number, problem: Problem): boolean {
  return (
    problem.availability.get(person.id)?.free[session] === true && problem.siteById.get(site)?.open[session] === true
  )
}

/** To a person of the same role who works there, is free then and not pinned; the one with the most sessions left. */
function handedOver(pin: Pin, problem: Problem): Repair[] {
  const person = problem.personById.get(pin.person)
  if (pin.work === 'off' || pin.site === null || person === undefined) return []
  const site = pin.site
  const mayDo =
    pin.work === 'duty'
      ? (p: Person) => problem.roleById.get(p.role)?.duty === true
      : (p: Person) => p.role === person.role
  const week = problem.horizon.sessions[pin.session]?.week ?? 0
  const spare = (p: Person) =>
    (problem.availability.get(p.id)?.most[week] ?? 0) - problem.pins.filter((other) => other.person === p.id).length
  const [best] = problem.people
    .filter((p) => p.id !== person.id && mayDo(p) && p.sites.includes(site) && isThere(p, site, pin.session, problem))
    .filter(
      (p) => !problem.pins.some((other) => other.person === p.id && other.session === pin.session) && spare(p) >= 1,
    )
    .sort((a, b) => spare(b) - spare(a))
  if (best === undefined) return []
  const sentence = `Pin ${best.name} to ${placing(pin, problem)} in place of ${person.name}.`
  return [{ kind: 'hand-over', sentence, change: (p) => withPinMoved(p, pin, { ...pin, person: best.id }) }]
}

function dropped(pin: Pin, problem: Problem): Repair {
  const who = personName(pin.person, problem)
  const sentence =
    pin.work === 'off'
      ? `Do not keep ${who} free on ${sessionOf(pin.session, problem)}.`
      : `Drop the pin of ${who} to ${placing(pin, problem)}.`
  return { kind: 'drop', sentence, change: (p) => withoutPin(p, pin) }
}

function moreSessions(fact: Fact, pins: readonly Pin[], problem: Problem): Repair[] {
  const person = fact.place.people?.[0]
  const [row] = fact.rows
  if (fact.rule !== contractedSessions.id || person === undefined || row === undefined) return []
  const week = problem.horizon.sessions[pins[0]?.session ?? 0]?.week ?? 0
  const pinned = pins
    .filter((pin) => pin.person === person && pin.work !== 'off')
    .map((pin) => problem.horizon.sessions[pin.session]?.counts ?? 1)
  const more = Math.max(1, pinned.reduce((sum, n) => sum + n, 0) - row.upper)
  const sentence = `Agree with ${personName(person, problem)} on ${count(more, 'session')} more that week.`
  return [{ kind: 'agree', sentence, change: (p) => withMoreSessions(p, { person, week, more }) }]
}

function exceptionTakenBack(rule: Rule): Repair {
  const level: Level = rule.level
  const sentence = `Allow exceptions again: set the rule "${rule.title.replace(/\.$/, '')}" to the level "${level}".`
  return { kind: 'take-back', sentence, change: (p) => withLevel(p, rule.id, level) }
}

/** People who are free then and do such work at other sites; the nearest first, two at most. */
function letIn(ask: Ask, week: Week): Repair[] {
  const { problem } = week
  return placesAsked(ask, week).flatMap(({ site, session, mayHelp }) => {
    const way = problem.siteById.get(site)?.travel
    return problem.people
      .filter((person) => !person.sites.includes(site) && mayHelp(person) && isThere(person, site, session, problem))
      .sort((a, b) => (way?.get(a.home) ?? 1e9) - (way?.get(b.home) ?? 1e9))
      .slice(0, 2)
      .map((person) => ({
        kind: 'let-in',
        sentence: `Let ${person.name}, who works on ${sessionOf(session, problem)}, work at ${siteName(site, problem)} too.`,
        change: (p: Problem) => withSite(p, person.id, site),
      }))
  })
}

function moreRooms(fact: Fact, pins: readonly Pin[], problem: Problem): Repair[] {
  const { site } = fact.place
  if (fact.rule !== rooms.id || site === undefined) return []
  const has = problem.siteById.get(site)?.rooms ?? 0
  const inRooms = pins.filter((pin) => pin.site === site && (pin.work === 'clinic' || pin.work === 'duty')).length
  const needed = Math.max(has + 1, inRooms)
  return [
    {
      kind: 'rooms',
      sentence: `Find ${count(needed - has, 'room')} more at ${siteName(site, problem)}.`,
      change: (p) => withRooms(p, site, needed),
    },
  ]
}
