/**
 * Nobody works some parts of the day more often than was agreed.
 * For each line of the list and each person it names: sessions in those parts over the whole rota ≤ the most. Anything
 * with a time is work.
 */
import type { Problem } from '../../src/problem.ts'
import { partName } from '../../src/time.ts'
import { count, personName } from '../../src/wording/names.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import { setting } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

interface PartLimit {
  readonly role?: string
  readonly person?: string
  readonly parts: readonly string[]
  readonly sessions: number
}

export const partLimits: Rule = {
  id: 'part-limits',
  title: 'Nobody works some parts of the day more often than was agreed.',
  level: 'wellbeing',
  why: 'Nights, evenings or early mornings are agreed by number; fair shares spread them in any case.',
  unit: 'sessions',
  assumes: ['one-place'],
  numbers: {
    limits: {
      default: [],
      shape: 'part-limits',
      meaning:
        'lines such as { "role": "gp", "parts": ["evening"], "sessions": 2 }, or "person" and an id, over the whole rota; with neither: everybody',
      source: 'the network',
    },
  },

  minds(person, problem) {
    const halfDays = halfDaysOf(person, problem)
    const own = limitsOf(problem).filter(
      ({ role, person: only }) => (role ?? person.role) === person.role && (only ?? person.id) === person.id,
    )
    return own.some(({ parts }) => halfDays.some(({ part }) => parts.includes(part)))
  },

  add(draft, problem) {
    for (const { role, person: only, parts, sessions } of limitsOf(problem)) {
      for (const person of problem.people) {
        if (role !== undefined && person.role !== role) continue
        if (only !== undefined && person.id !== only) continue
        const work = draft
          .of(person.id)
          .filter((p) => draft.allowed(p) && parts.includes(problem.horizon.sessions[p.session]?.part ?? ''))
        draft.atMost(
          work.map((p): Term => [p.column, 1]),
          sessions,
        )
      }
    }
  },

  check(rota, problem) {
    return limitsOf(problem).flatMap((limit, line) => {
      const meant = new Set(problem.horizon.sessions.filter((s) => limit.parts.includes(s.part)).map((s) => s.index))
      const people = problem.people.filter(
        ({ id, role }) => role === (limit.role ?? role) && id === (limit.person ?? id),
      )
      return people.flatMap(({ id }) => {
        const sessions = rota.assignments.filter((a) => a.person === id && meant.has(a.session)).length
        const over = sessions - limit.sessions
        return over > 0 ? [{ amount: over, people: [id], figures: { sessions, line } }] : []
      })
    })
  },

  say(breach, problem) {
    const { sessions = 0, line = 0 } = breach.figures ?? {}
    const { parts = [], sessions: agreed = 0 } = limitsOf(problem)[line] ?? {}
    const names = parts.map((part) => partName(part)).join(' or ')
    return `${personName(breach.people?.[0], problem)} works ${count(sessions, `${names} session`)}, where at most ${agreed} were agreed.`
  },
}

function limitsOf(problem: Problem): readonly PartLimit[] {
  return setting(partLimits, problem, 'limits') as readonly PartLimit[]
}
