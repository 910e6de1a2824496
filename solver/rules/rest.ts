/**
 * Everybody rests between one day’s work and the next.
 * For each person and each session that starts within 11 hours of the end of a session of an earlier day: both together
 * ≤ 1. Anything with a time is work, including in the days before the rota.
 */
import type { Problem } from '../../src/problem.ts'
import type { Session } from '../../src/time.ts'
import { count, personName, when } from '../../src/wording/names.ts'
import { earlierSessions } from '../facts/earlier.ts'
import { freeSessionsOf, halfDaysOf } from '../facts/half-days.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const rest: Rule = {
  id: 'rest',
  title: 'Everybody rests between one day’s work and the next.',
  level: 'safety',
  why: 'Eleven hours are the law for employees, and tired people make mistakes.',
  unit: 'sessions',
  assumes: ['availability', 'one-place'],
  numbers: {
    hours: {
      default: 11,
      shape: 'amount',
      meaning: 'hours from the end of one day’s last session to the start of the next day’s first',
      source: 'Working Time Regulations 1998',
    },
  },

  minds(person, problem) {
    const free = new Set(freeSessionsOf(person, problem))
    const halfDays = new Set(halfDaysOf(person, problem))
    const past = new Set(earlierSessions(person.id, problem).map((session) => session.starts))
    return tightPairs(problem).some(
      ([earlier, later]) =>
        free.has(later) &&
        (earlier.day < 0
          ? past.has(earlier.starts) && halfDays.has(later)
          : free.has(earlier) && (halfDays.has(earlier) || halfDays.has(later))),
    )
  },

  add(draft, problem) {
    const past = new Map(
      problem.people.map(({ id }) => [id, new Set(earlierSessions(id, problem).map((s) => s.starts))]),
    )
    for (const [earlier, later] of tightPairs(problem)) {
      for (const person of problem.people) {
        if (earlier.day < 0) {
          const here = past.get(person.id)?.has(earlier.starts) ? draft.inSession(person.id, later.index) : []
          draft.atMost(
            here.filter((p) => draft.allowed(p)).map((p): Term => [p.column, 1]),
            0,
          )
          continue
        }
        const both = [earlier, later].map((s) =>
          draft.inSession(person.id, s.index).filter((placement) => draft.allowed(placement)),
        )
        if (both.some((placements) => placements.length === 0)) continue
        draft.atMost(
          both.flat().map((p): Term => [p.column, 1]),
          1,
        )
      }
    }
  },

  check(rota, problem) {
    const hours = figure(rest, problem, 'hours')
    const earlier = (problem.before ?? []).map(({ person, session }) => ({ person, session: -1, end: session }))
    // Two assignments at one time in the past are one session to rest after.
    const once = new Map(earlier.map((work) => [`${work.person} ${work.end.starts}`, work]))
    const now = rota.assignments.map(({ person, session }) => ({
      ...{ person, session },
      end: problem.horizon.sessions[session],
    }))
    return [...once.values(), ...now].flatMap((first) => {
      const { end } = first
      return rota.assignments
        .filter((a) => a.person === first.person && a.session > first.session)
        .flatMap((second) => {
          const start = problem.horizon.sessions[second.session]
          if (end === undefined || start === undefined || start.date === end.date) return []
          const rested = (Date.parse(start.starts) - Date.parse(end.ends)) / 3_600_000
          const breach = { amount: 1, people: [first.person], session: second.session, figures: { rested, hours } }
          return rested < hours ? [breach] : []
        })
    })
  },

  say(breach, problem) {
    const { rested = 0, hours = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    return `${who} starts on ${when(breach, problem)} after ${count(rested, 'hour')} of rest, where ${count(hours, 'hour')} are due.`
  },
}

/** Pairs of sessions on different days, the second starting too soon after the first. */
function tightPairs(problem: Problem): [Session, Session][] {
  const least = figure(rest, problem, 'hours') * 60
  const { sessions } = problem.horizon
  const past = (problem.before ?? []).map(({ session }) => session)
  const all = [...new Map(past.map((session) => [session.starts, session])).values(), ...sessions]
  return sessions.flatMap((later) => {
    const from = new Date(later.starts).getTime() / 60_000 - least
    return all
      .filter((earlier) => earlier.day < later.day && new Date(earlier.ends).getTime() / 60_000 > from)
      .map((earlier): [Session, Session] => [earlier, later])
  })
}
