/** Why a person is asked for something unwelcome, or not given what is due. */
import type { Breach } from '../../../src/breach.ts'
import { grouped } from '../../../src/grouped.ts'
import { type Assignment, PATIENT_WORKS } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import type { Rule } from '../../rules/rule.ts'
import { ask } from './asking.ts'
import type { Cause, Statement } from './cause.ts'
import type { Change } from './change.ts'
import { waysIn, whoMayHoldDuty, whoOf } from './missing.ts'
import { type Scene, sessionAt } from './scene.ts'
import { type Aim, isCountedBy } from './trial.ts'

/** What a person does in one session, and why nobody else does it instead. */
export function whyThere(scene: Scene, a: Assignment, rule: Rule): Cause {
  const pinned = scene.isPinned(a)
  const does: Statement = { kind: 'does', assignment: a, pinned }
  if (pinned) return [does]
  const role = scene.problem.personById.get(a.person)?.role
  const others =
    a.work === 'duty'
      ? whoMayHoldDuty(scene, [a.site])
      : scene.problem.people.filter((p) => p.role === role && p.sites.includes(a.site))
  const ways = ({ id }: Person): Change[] => [{ off: [a], on: [{ ...a, person: id }] }]
  const may =
    a.work === 'duty' ? ({ kind: 'duty', sites: [a.site] } as const) : ({ kind: 'role', site: a.site } as const)
  const who = whoOf(
    scene,
    others.filter((p) => p.id !== a.person),
    { ways, aim: rule, may },
  )
  return [does, { ...who, besides: true }]
}

/** Everybody at a site in a session. */
export function whoIsThere(scene: Scene, site: string, session: number): Cause {
  const people = [...new Set(scene.there(site, session).map((a) => a.person))]
  return [{ kind: 'there', people, site, session }]
}

/** What a person does in a session; if nothing, why not. */
export function ofSession(scene: Scene, { people: [id = ''] = [], session = 0 }: Breach, rule: Rule): Cause {
  const [a] = scene.of(id, session)
  return a === undefined ? whyNotThere(scene, { person: id, session }, rule) : whyThere(scene, a, rule)
}

/** `aim`: the rule that should find less if the person worked then. */
export function whyNotThere(
  scene: Scene,
  { person: id, session }: { readonly person: string; readonly session: number },
  aim: Aim,
): Cause {
  const person = scene.problem.personById.get(id)
  if (person === undefined) return []
  const asked = ask(scene, id, {
    ways: waysIn(scene, person, { session, sites: person.sites, works: PATIENT_WORKS }),
    aim,
  })
  return [{ kind: 'who', asked: [asked], aim, may: { kind: 'any' }, besides: false, long: false }]
}

/** Compares with the published plan: tries to put the person back, whatever they do now. */
export function whyChanged(scene: Scene, { people: [person] = [], site, session = 0 }: Breach, rule: Rule): Cause {
  const then = scene.problem.published?.find((a) => a.person === person && a.session === session && a.site === site)
  const [now] = scene.of(person ?? '', session)
  if (person === undefined) return []
  if (then === undefined) return now === undefined ? [] : whyThere(scene, now, rule)
  const does: readonly Statement[] =
    now === undefined ? [] : [{ kind: 'does', assignment: now, pinned: scene.isPinned(now) }]
  const way: Change = { off: now === undefined ? [] : [now], on: [then] }
  const asked = ask(scene, person, { ways: [way], aim: rule })
  return [...does, { kind: 'who', asked: [asked], aim: rule, may: { kind: 'any' }, besides: false, long: false }]
}

/** How the sessions of a person's week are used; empty if the breach names nobody. */
export function ofWeek(scene: Scene, breach: Breach, rule: Rule): Cause {
  const { problem } = scene
  const person = problem.personById.get(breach.people?.[0] ?? '')
  if (person === undefined) return []
  const week = breach.week ?? weekOf(scene, breach)
  const own = problem.availability.get(person.id)
  const ofThisWeek = problem.horizon.sessions.filter((s) => s.week === week)
  const isOpen = (session: number) => person.sites.some((site) => problem.siteById.get(site)?.open[session] === true)
  const unused = ofThisWeek.filter(
    (s) => own?.free[s.index] === true && isOpen(s.index) && scene.of(person.id, s.index).length === 0,
  )
  const said: Statement = {
    kind: 'week',
    person: person.id,
    week,
    assignments: scene.inWeek(person.id, week),
    away: ofThisWeek.filter((s) => own?.away[s.index] === true).length,
    left: unused.map((s) => s.index),
  }
  const ways = unused.flatMap((s) => waysOfWeek(scene, person, { session: s.index, rule }))
  if (ways.length === 0) return [said]
  const asked = ask(scene, person.id, { ways, aim: rule })
  return [said, { kind: 'who', asked: [asked], aim: rule, may: { kind: 'any' }, besides: false, long: true }]
}

/** Uses of a remaining half day that would reduce what the rule finds. */
function waysOfWeek(scene: Scene, person: Person, { session, rule }: { session: number; rule: Rule }): Change[] {
  const counted = ({ 'protected-time': 'training', 'partner-time': 'outside' } as const)[rule.id]
  if (counted !== undefined && sessionAt(scene, session)?.enhancedAccess === true) return []
  if (counted !== undefined)
    return [{ off: [], on: [{ person: person.id, session, site: person.home, work: counted, remote: false }] }]
  return rule.id === 'full-contract'
    ? waysIn(scene, person, { session, sites: person.sites, works: PATIENT_WORKS })
    : []
}

function weekOf(scene: Scene, { session, day }: Breach): number {
  return session === undefined ? Math.floor((day ?? 0) / 7) : (sessionAt(scene, session)?.week ?? 0)
}

/** What the people who could provide outside time do instead. */
export function partnersOf(scene: Scene, breach: Breach, rule: Rule): Cause {
  if ((breach.people ?? []).length > 0) return ofWeek(scene, breach, rule)
  const { problem } = scene
  const people = problem.people.filter((p) => breach.role === undefined || p.role === breach.role)
  if (people.length === 0 && breach.role !== undefined) return [{ kind: 'unheld', roles: [breach.role] }]
  const sessions = problem.horizon.sessions.filter((s) => s.week === breach.week && !s.enhancedAccess)
  const ways = (person: Person) => sessions.flatMap((s) => waysOfWeek(scene, person, { session: s.index, rule }))
  return [{ ...whoOf(scene, people, { ways, aim: rule, may: { kind: 'any' } }), long: true }]
}

/** The sites of a person's week, and why the one with the fewest sessions is among them. */
export function ofSites(scene: Scene, { people: [person = ''] = [], week = 0 }: Breach, rule: Rule): Cause {
  const mine = scene.inWeek(person, week)
  const bySite = grouped(mine, (a) => a.site).sort((a, b) => b.length - a.length)
  const fewest = bySite.at(-1)?.[0]
  return fewest === undefined ? [] : [{ kind: 'sites-of', assignments: mine }, ...whyThere(scene, fewest, rule)]
}

/** What a person does on one day. */
export function ofDay(scene: Scene, { people: [person] = [], day = 0 }: Breach, rule: Rule): Cause {
  if (person === undefined) return []
  const mine = scene.problem.horizon.sessions.filter((s) => s.day === day).flatMap((s) => scene.of(person, s.index))
  const last = mine.at(-1)
  if (last === undefined) return [{ kind: 'free-all-day', person, day }]
  const before = mine.slice(0, -1)
  return [
    ...(before.length === 0 ? [] : [{ kind: 'does-too', assignments: before } as const]),
    ...whyThere(scene, last, rule),
  ]
}

/** A person's weekends with work. */
export function ofWeekends(scene: Scene, { people: [person = ''] = [] }: Breach, rule: Rule): Cause {
  const mine = allOf(scene, person).filter((a) => ['sat', 'sun'].includes(sessionAt(scene, a.session)?.weekday ?? ''))
  return sessionsOf(scene, mine, { person, past: null, rule })
}

/** Up to this many sessions are listed individually. */
const LISTED = 8

/** The sessions without which the rule would find less; if the rule asks for more of them, the person's week. */
export function ofCounted(scene: Scene, breach: Breach, rule: Rule): Cause {
  const [person = ''] = breach.people ?? []
  const mine = allOf(scene, person).filter((a) => isCountedBy(rule, scene, a))
  if (mine.length === 0 || mine.length > LISTED) return ofWeek(scene, breach, rule)
  return sessionsOf(scene, mine, { person, past: null, rule })
}

/** The sessions that a fair share counts: those without which the rule would find less. */
export function ofShares(scene: Scene, { people: [person = ''] = [], figures = {} }: Breach, rule: Rule): Cause {
  const kind = Object.keys(figures).find((name) => name !== 'fair')
  const had = figures[kind ?? '']
  if (kind === undefined || had === undefined) return []
  const { problem, rota } = scene
  const isTold = (b: Breach) => b.people?.[0] === person && b.figures?.[kind] === had
  const mine = allOf(scene, person).filter((a) => {
    const without = { ...rota, assignments: rota.assignments.filter((other) => other !== a) }
    return !rule.check(without, problem).some(isTold)
  })
  return sessionsOf(scene, mine, { person, past: had - mine.length, rule })
}

function allOf(scene: Scene, person: string): Assignment[] {
  const weeks = Array.from({ length: scene.problem.horizon.weeks }, (_, week) => week)
  return weeks.flatMap((week) => scene.inWeek(person, week))
}

/** With the reason why the last unpinned one is this person's. */
function sessionsOf(
  scene: Scene,
  mine: readonly Assignment[],
  { person, past, rule }: { person: string; past: number | null; rule: Rule },
): Cause {
  const free = mine.filter((a) => !scene.isPinned(a))
  const last = free.at(-1)
  const said: Statement = { kind: 'sessions-of', person, assignments: mine, pinned: mine.length - free.length, past }
  return last === undefined ? [said] : [said, ...whyThere(scene, last, rule)]
}
