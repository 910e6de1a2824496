/**
 * Some parts of a day do not follow others the day before.
 * For each person, each listed pair of parts and each two days in a row: the first on one day + the second on the next
 * ≤ 1. Anything with a time is work, including on the day before the rota.
 */

import { grouped } from '../../src/grouped.ts'
import { partName } from '../../src/time.ts'
import { personName, when } from '../../src/wording/names.ts'
import { earlierSessions } from '../facts/earlier.ts'
import { freeSessionsOf, halfDaysOf } from '../facts/half-days.ts'
import { levelOf, setting } from '../facts/rule-settings.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

type Pairs = readonly (readonly [string, string])[]

export const successions: Rule = {
  id: 'successions',
  title: 'Some parts of a day do not follow others the day before.',
  level: 'wellbeing',
  why: 'A late evening and an early start are hard on anybody, even with eleven hours between them.',
  unit: 'sessions',
  assumes: ['availability', 'one-place'],
  numbers: {
    forbidden: {
      default: [],
      shape: 'part-pairs',
      meaning: 'pairs of parts, such as ["evening", "early"]: the second is not worked on the day after the first',
      source: 'the network; the rest of eleven hours is a rule of its own',
    },
  },

  minds(person, problem) {
    const yesterday = earlierSessions(person.id, problem).filter(({ day }) => day === -1)
    const free = freeSessionsOf(person, problem)
    const earlier = [...yesterday, ...free]
    const halfDays = new Set(halfDaysOf(person, problem))
    return (setting(successions, problem, 'forbidden') as Pairs).some(([before, after]) =>
      earlier.some((a) =>
        free.some(
          (b) => a.part === before && b.part === after && b.day === a.day + 1 && (halfDays.has(a) || halfDays.has(b)),
        ),
      ),
    )
  },

  add(draft, problem) {
    const pairs = setting(successions, problem, 'forbidden') as Pairs
    for (const person of problem.people) {
      const tight = levelOf(successions, problem) === 'never' && draft.days.holdsOneSession(person.id)
      for (const [before, after] of tight ? cliques(pairs) : pairs.map(([b, a]) => [[b], [a]])) {
        const yesterday = earlierSessions(person.id, problem).filter(
          ({ day, part }) => day === -1 && before?.includes(part),
        )
        if (yesterday.length > 0) {
          const today = placementsIn(draft, person.id, { day: 0, parts: after ?? [] })
          draft.atMost(
            today.map((p): Term => [p.column, 1]),
            0,
          )
        }
        for (const day of problem.horizon.days.keys()) {
          const first = placementsIn(draft, person.id, { day, parts: before ?? [] })
          const second = placementsIn(draft, person.id, { day: day + 1, parts: after ?? [] })
          if (first.length === 0 || second.length === 0) continue
          draft.atMost(
            [...first, ...second].map((p): Term => [p.column, 1]),
            1,
          )
        }
      }
    }
  },

  check(rota, problem) {
    const forbidden = setting(successions, problem, 'forbidden') as Pairs
    const work = rota.assignments.map(({ person, session }) => ({
      person,
      session,
      at: problem.horizon.sessions[session],
    }))
    const byPerson = new Map(grouped(work, (a) => a.person).map((own) => [own[0]?.person, own]))
    const past = (problem.before ?? []).map(({ person, session }) => ({ person, session: -1, at: session }))
    const once = new Map(past.map((a) => [`${a.person} ${a.at.starts}`, a]))
    return [...once.values(), ...work].flatMap((a) => {
      const next = (byPerson.get(a.person) ?? []).filter((b) => b.at?.day === (a.at?.day ?? 0) + 1)
      const part = problem.horizon.parts.findIndex(({ id }) => id === a.at?.part)
      return next.flatMap((b) =>
        forbidden
          .filter(([before, after]) => a.at?.part === before && b.at?.part === after)
          .map(() => ({ amount: 1, people: [a.person], session: b.session, figures: { part } })),
      )
    })
  },

  say(breach, problem) {
    const before = problem.horizon.parts[breach.figures?.part ?? -1]
    const who = personName(breach.people?.[0], problem)
    return `${who} works on ${when(breach, problem)} after the ${partName(before?.id ?? '')} of the day before.`
  },
}

/**
 * For people who never work two parts in one day, rows over several parts at once are equivalent and tighter (cliques): of all parts that
 * forbid a given one, and all parts that every one of these forbids, at most one.
 */
function cliques(pairs: Pairs): (readonly [readonly string[], readonly string[]])[] {
  const forbids = (before: string, after: string) => pairs.some(([b, a]) => b === before && a === after)
  const afters = [...new Set(pairs.map(([, after]) => after))]
  return afters.map((after) => {
    const before = [...new Set(pairs.filter(([, a]) => a === after).map(([b]) => b))]
    return [before, afters.filter((other) => before.every((one) => forbids(one, other)))]
  })
}

function placementsIn(
  draft: Draft,
  person: string,
  { day, parts }: { readonly day: number; readonly parts: readonly string[] },
): Placement[] {
  const sessions = draft.problem.horizon.sessions.filter((s) => s.day === day && parts.includes(s.part))
  return sessions.flatMap((s) => draft.inSession(person, s.index).filter((p) => draft.allowed(p)))
}
