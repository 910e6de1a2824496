/**
 * Everybody has time to get from one site to the next.
 * For each person and two sessions with none worked between them: one at a site + one at a site that is farther away than the minutes from
 * the end of the first to the start of the second ≤ 1. Anything with a time is work, including in the days before the rota.
 */
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { count, personName, siteName, when } from '../../src/wording/names.ts'
import { mayBeElsewhere } from '../facts/half-days.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const timeToTravel: Rule = {
  id: 'time-to-travel',
  title: 'Everybody has time to get from one site to the next.',
  level: 'never',
  mayBend: true,
  why: 'Nobody is in two places, and patients who wait for somebody on the road are not seen.',
  unit: 'journeys',
  assumes: ['one-place'],
  numbers: {
    minutes: {
      default: 0,
      shape: 'amount',
      meaning:
        'minutes between two sites of which the document does not say how far they are; 0 forbids nothing between these',
      source: 'a default of this project: nothing is forbidden on a guess',
    },
  },

  // Counted work takes place at the usual practice.
  minds(person, problem) {
    const wasElsewhere = (problem.before ?? []).some((work) => work.person === person.id && work.site !== person.home)
    return wasElsewhere || mayBeElsewhere(person, problem)
  },

  add(draft, problem) {
    const pairs = tightPairs(problem)
    for (const person of problem.people) for (const pair of pairs) forbidJourneys(draft, person, pair)
  },

  check(rota, problem) {
    const unknown = figure(timeToTravel, problem, 'minutes')
    return problem.people.flatMap(({ id }) => {
      const past = (problem.before ?? []).filter((work) => work.person === id)
      const now = rota.assignments.filter((a) => a.person === id).sort((a, b) => a.session - b.session)
      const all = [
        ...past.map(({ session, site }) => ({ session, site, index: -1 })),
        ...now.flatMap(({ session: index, site }) => {
          const session = problem.horizon.sessions[index]
          return session === undefined ? [] : [{ session, site, index }]
        }),
      ]
      return all.flatMap(({ session, site, index }, n) => {
        const last = all.slice(0, n).findLast((work) => work.session.starts < session.starts)?.session
        if (index < 0 || last === undefined) return []
        const free = (Date.parse(session.starts) - Date.parse(last.ends)) / 60_000
        const left = all.filter((work) => work.session.starts === last.starts && work.site !== site)
        const way = Math.max(0, ...left.map((from) => problem.siteById.get(from.site)?.travel.get(site) ?? unknown))
        const figures = { way, free }
        return way > free ? [{ amount: 1, people: [id], session: index, site, figures }] : []
      })
    })
  },

  say(breach, problem) {
    const { way = 0, free = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    return `${who} has ${count(free, 'minute')} to get to ${siteName(breach.site, problem)} before ${when(breach, problem)}, and the way takes ${way}.`
  },
}

/** Two sessions too close together for some journey of this network. */
interface TightPair {
  readonly first: Session
  readonly second: Session
  readonly minutes: number
}

function tightPairs(problem: Problem): TightPair[] {
  const ids = problem.sites.map((site) => site.id)
  const longest = Math.max(0, ...ids.flatMap((a) => ids.map((b) => minutesBetween(problem, a, b))))
  const past = new Map((problem.before ?? []).map(({ session }) => [session.starts, session]))
  const { sessions } = problem.horizon
  return sessions.flatMap((second) => {
    const earlier = [...past.values(), ...sessions.slice(0, second.index)].reverse()
    const enough = earlier.findIndex((first) => minutesFrom(first, second) >= longest)
    const tooClose = enough < 0 ? earlier : earlier.slice(0, enough)
    return tooClose.map((first) => ({ first, second, minutes: minutesFrom(first, second) }))
  })
}

function minutesFrom(first: Session, second: Session): number {
  return (new Date(second.starts).getTime() - new Date(first.ends).getTime()) / 60_000
}

function minutesBetween(problem: Problem, from: string, to: string): number {
  if (from === to) return 0
  return problem.siteById.get(from)?.travel.get(to) ?? figure(timeToTravel, problem, 'minutes')
}

/** One row per site of the first session; if that is past, one row for where it was worked. */
function forbidJourneys(draft: Draft, person: Person, { first, second, minutes }: TightPair): void {
  const { problem } = draft
  const at = (index: number) => draft.inSession(person.id, index).filter((p) => draft.allowed(p))
  const between = problem.horizon.sessions.slice(first.index + 1, second.index).flatMap(({ index }) => at(index))
  const instead = between.map((p): Term => [p.column, -1])
  const tooFar = (sites: readonly string[]) =>
    at(second.index).filter((p) => sites.some((site) => minutesBetween(problem, site, p.site) > minutes))
  if (first.index < 0) {
    const past = (problem.before ?? []).filter((work) => work.person === person.id)
    if (past.some(({ session }) => session.starts > first.starts)) return
    const sites = past.filter(({ session }) => session.starts === first.starts).map(({ site }) => site)
    forbid(draft, { from: [], to: tooFar(sites), instead })
    return
  }
  const there = at(first.index)
  for (const site of new Set(there.map((p) => p.site)))
    forbid(draft, { from: there.filter((p) => p.site === site), to: tooFar([site]), instead })
}

interface Journey {
  /** Empty if the first session was before the rota. */
  readonly from: readonly Placement[]
  readonly to: readonly Placement[]
  /** Work in between, which splits the journey in two. */
  readonly instead: readonly Term[]
}

function forbid(draft: Draft, { from, to, instead }: Journey): void {
  const ends = [...from, ...to].map((p): Term => [p.column, 1])
  if (to.length > 0) draft.atMost([...ends, ...instead], from.length > 0 ? 1 : 0)
}
