/**
 * Some parts of a day do not follow others the day before.
 * For each person, each listed pair of parts and each two days in a row: the first on one day + the second on the next ≤ 1.
 * Training and admin that are not pinned are left out.
 */

import { partName } from '../../src/time.ts'
import type { Term } from '../draft.ts'
import { setting } from '../numbers.ts'
import { placed } from '../placed.ts'
import type { Rule } from '../rule.ts'
import { personName, when } from '../words.ts'

type Pairs = readonly (readonly [string, string])[]

export const successions: Rule = {
  id: 'successions',
  title: 'Some parts of a day do not follow others the day before.',
  level: 'wellbeing',
  why: 'A late evening and an early start are hard on anybody, even with eleven hours between them.',
  unit: 'sessions',
  assumes: ['one-place'],
  numbers: {
    forbidden: {
      default: [],
      shape: 'part-pairs',
      meaning: 'pairs of parts, such as ["evening", "early"]: the second is not worked on the day after the first',
      source: 'the network; the rest of eleven hours is a rule of its own',
    },
  },

  add(draft, problem) {
    const { sessions } = problem.horizon
    for (const [before, after] of setting(successions, problem, 'forbidden') as Pairs) {
      for (const first of sessions.filter((s) => s.part === before)) {
        const second = sessions.find((s) => s.part === after && s.day === first.day + 1)
        if (second === undefined) continue
        for (const person of problem.people) {
          const both = [first, second].map((s) => draft.inSession(person.id, s.index).filter((p) => draft.allowed(p)))
          if (both.some((placements) => placements.length === 0)) continue
          draft.atMost(
            both.flat().map((p): Term => [p.column, 1]),
            1,
          )
        }
      }
    }
  },

  check(rota, problem) {
    const forbidden = setting(successions, problem, 'forbidden') as Pairs
    const work = placed(rota, problem).map((a) => ({ ...a, at: problem.horizon.sessions[a.session] }))
    return work.flatMap((a) => {
      const next = work.filter((b) => b.person === a.person && b.at?.day === (a.at?.day ?? 0) + 1)
      return next.flatMap((b) =>
        forbidden
          .filter(([before, after]) => a.at?.part === before && b.at?.part === after)
          .map(() => ({ amount: 1, people: [a.person], session: b.session, figures: { before: a.session } })),
      )
    })
  },

  say(breach, problem) {
    const before = problem.horizon.sessions[breach.figures?.before ?? -1]
    const who = personName(breach.people?.[0], problem)
    return `${who} works on ${when(breach, problem)} after the ${partName(before?.part ?? '')} of the day before.`
  },
}
