/**
 * People work together, or apart, as was agreed.
 * For each line of the list and each session, of the people it names who are not away: those to be kept together work at the same site
 * (`same-site`), or in the session (`same-session`), all or none: largest − smallest ≤ 0; of those to be kept apart, people at each site
 * (`not-same-site`), or in the session (`not-same-session`), ≤ 1. Anything with a time is work.
 */
import type { Breach } from '../../src/breach.ts'
import { grouped } from '../../src/grouped.ts'
import type { Pairing } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import { peopleNames, siteName, when } from '../../src/wording/names.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import { setting } from '../facts/rule-settings.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const together: Rule = {
  id: 'together',
  title: 'People work together, or apart, as was agreed.',
  level: 'wellbeing',
  why: 'Job shares, a trainer and their trainee, parents of one child: the team lives by such agreements, and patients do not.',
  unit: 'sessions',
  assumes: ['one-place'],
  numbers: {
    groups: {
      default: [],
      shape: 'pairings',
      meaning:
        'lines such as { "people": ["p1", "p2"], "how": "same-site" }; "same-site", "same-session", "not-same-site" or "not-same-session", and "parts" where it is for these alone',
      source: 'the network',
    },
  },

  minds(person, problem) {
    const groups = groupsOf(problem).filter(({ people }) => people.includes(person.id))
    return groups.some(({ parts }) => halfDaysOf(person, problem).some((s) => parts?.includes(s.part) ?? true))
  },

  add(draft, problem) {
    for (const group of groupsOf(problem)) {
      for (const session of sessionsOf(group, problem)) {
        const people = presentOf(group, session, problem).map((id) =>
          draft.inSession(id, session.index).filter((p) => draft.allowed(p)),
        )
        if (people.length > 1) bind(draft, group, people)
      }
    }
  },

  check(rota, problem) {
    const bySession = new Map<number, Assignment[]>()
    for (const a of rota.assignments) bySession.set(a.session, [...(bySession.get(a.session) ?? []), a])
    return groupsOf(problem).flatMap((group, line) =>
      sessionsOf(group, problem).flatMap(({ index }) => {
        const here = group.people.filter((id) => problem.availability.get(id)?.away[index] !== true)
        const work = (bySession.get(index) ?? []).filter((a) => here.includes(a.person))
        const breaches = group.how.startsWith('not-') ? meetings(group, work) : partings(group, work, here)
        return breaches.map((breach) => ({ ...breach, session: index, figures: { line } }))
      }),
    )
  },

  say(breach, problem) {
    const group = groupsOf(problem)[breach.figures?.line ?? 0]
    const people = breach.people ?? []
    const names = peopleNames(people, problem)
    const others = (group?.people ?? []).filter(
      (id) => !people.includes(id) && problem.availability.get(id)?.away[breach.session ?? -1] !== true,
    )
    const both = people.length === 2 ? 'both' : 'all'
    const time = when(breach, problem)
    switch (group?.how) {
      case 'not-same-session':
        return `${time}: ${names} ${both} work, though they are not to work at the same time.`
      case 'not-same-site':
        return `${time}: ${names} are ${both} at ${siteName(breach.site, problem)}, though they are to be kept apart.`
      case 'same-site':
        if (others.length === 0) return `${time}: ${names} are not at the same site, though they are to work together.`
        break
    }
    const what = group?.how === 'same-site' ? 'together' : 'at the same times'
    const works = people.length === 1 ? 'works' : 'work'
    return `${time}: ${names} ${works} without ${peopleNames(others, problem)}, though they are to work ${what}.`
  },
}

/** People to be kept apart who meet. */
function meetings({ how, people: named }: Pairing, work: readonly Assignment[]): Breach[] {
  const meets = how === 'not-same-site' ? grouped(work, (a) => a.site) : [work]
  return meets.flatMap((some) => {
    const people = named.filter((id) => some.some((a) => a.person === id))
    const site = some[0]?.site
    if (people.length < 2) return []
    return [{ amount: people.length - 1, people, ...(how === 'not-same-site' && site !== undefined ? { site } : {}) }]
  })
}

/** People to be kept together, some of whom are elsewhere or off. */
function partings({ how }: Pairing, work: readonly Assignment[], here: readonly string[]): Breach[] {
  const people = here.filter((id) => work.some((a) => a.person === id))
  const sites = new Set(work.map((a) => a.site))
  const alike = people.length === here.length && (how === 'same-session' || sites.size === 1)
  return people.length === 0 || alike ? [] : [{ amount: 1, people }]
}

function groupsOf(problem: Problem): readonly Pairing[] {
  return setting(together, problem, 'groups') as readonly Pairing[]
}

function sessionsOf({ parts }: Pairing, problem: Problem): readonly Session[] {
  return problem.horizon.sessions.filter((session) => parts?.includes(session.part) ?? true)
}

/** People who are not away: one person's leave is no reason for the others to stay at home. */
function presentOf({ people }: Pairing, session: Session, problem: Problem): string[] {
  return people.filter((id) => !(problem.availability.get(id)?.away[session.index] ?? false))
}

/** `people`: the placements that each person could have in one session. */
function bind(draft: Draft, { how }: Pairing, people: readonly (readonly Placement[])[]): void {
  const sites = [...new Set(people.flat().map((p) => p.site))]
  const anywhere = how === 'same-session' || how === 'not-same-session'
  const places = anywhere ? [people] : sites.map((site) => people.map((own) => own.filter((p) => p.site === site)))
  if (how === 'not-same-session' || how === 'not-same-site') {
    for (const place of places) if (place.flat().length > 1) draft.atMost(terms(place.flat(), 1), 1)
    return
  }
  if (sites.length === 0) return
  const apart = draft.column(0, 1)
  draft.charge(apart, 1)
  // Compares each person with the next, in a circle: unless all are alike, somebody who works is followed by somebody who does not.
  for (const place of places) {
    for (const [k, own] of place.entries()) {
      const next = place[(k + 1) % place.length] ?? []
      if (own.length > 0) draft.define([[apart, 1], ...terms(own, -1), ...terms(next, 1)], 0, Number.POSITIVE_INFINITY)
    }
  }
}

function terms(placements: readonly Placement[], coefficient: number): Term[] {
  return placements.map((p): Term => [p.column, coefficient])
}
