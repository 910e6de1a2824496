/**
 * Nobody works too many days in a row, or comes in for too few.
 * For each person and any seven days in a row: days worked ≤ 6. For each run of days worked that the rota shows from
 * beginning to end: days ≥ the fewest. A day counts as worked by whatever has a time on it.
 */
import type { Person } from '../../src/staff.ts'
import type { Draft, Term } from '../draft.ts'
import { freeSessionsOf } from '../half-days.ts'
import { figureFor } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { count, personName, when } from '../words.ts'

export const daysInARow: Rule = {
  id: 'days-in-a-row',
  title: 'Nobody works too many days in a row, or comes in for too few.',
  level: 'safety',
  why: 'A day off in every seven is the law for employees.',
  unit: 'days',
  assumes: ['availability', 'one-place'],
  numbers: {
    atMost: {
      default: 6,
      shape: 'by-role',
      meaning: 'days worked in a row',
      source: 'a day of rest in every seven: Working Time Regulations 1998',
    },
    atLeast: {
      default: 1,
      shape: 'by-role',
      meaning: 'days worked in a row once somebody comes in; 1 asks for nothing',
      source: 'the network; single days are usual in general practice',
    },
  },

  minds(person, problem) {
    const most = figureFor(daysInARow, problem, 'atMost', person.role)
    const days = new Set(freeSessionsOf(person, problem).map((session) => session.day))
    const long = [...days].some((first) => range(first, most + 1).every((day) => days.has(day)))
    return long || figureFor(daysInARow, problem, 'atLeast', person.role) > 1
  },

  add(draft, problem) {
    for (const person of problem.people) {
      forbidLongRuns(draft, person)
      const least = figureFor(daysInARow, problem, 'atLeast', person.role)
      for (let length = 1; length < least; length++) forbidRunsOf(draft, person, { length, least })
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const most = figureFor(daysInARow, problem, 'atMost', person.role)
      const least = figureFor(daysInARow, problem, 'atLeast', person.role)
      const worked = rota.assignments
        .filter((a) => a.person === person.id)
        .map((a) => problem.horizon.sessions[a.session]?.date)
      let run = 0
      return problem.horizon.days.flatMap((date, day) => {
        run = worked.includes(date) ? run + 1 : 0
        const ends = run > 0 && day + 1 < problem.horizon.days.length && !worked.includes(problem.horizon.days[day + 1])
        const place = { people: [person.id], day, figures: { run } }
        const long = run > most ? [{ amount: 1, ...place }] : []
        // A run that begins on the first day may have begun before it.
        const short = ends && run < least && run <= day ? [{ amount: 1, weight: least - run, ...place }] : []
        return [...long, ...short]
      })
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const run = breach.figures?.run ?? 0
    const days = count(run, 'day')
    return breach.weight === undefined
      ? `${who} works ${days} in a row up to ${when(breach, problem)}.`
      : `${who} comes in for ${days} only, up to ${when(breach, problem)}.`
  },
}

function forbidLongRuns(draft: Draft, person: Person): void {
  const { problem } = draft
  const most = figureFor(daysInARow, problem, 'atMost', person.role)
  for (let first = 0; first + most < problem.horizon.days.length; first++) {
    const days = range(first, most + 1)
    if (!days.every((day) => draft.days.possible(person.id, day))) continue
    draft.atMost(
      days.flatMap((day) => draft.days.worked(person.id, day)),
      most,
    )
  }
}

/** Off, so many days on, off: not both ends off with all of the days between them on. */
function forbidRunsOf(draft: Draft, person: Person, run: { readonly length: number; readonly least: number }): void {
  const { length, least } = run
  for (let first = 1; first + length < draft.problem.horizon.days.length; first++) {
    const days = range(first, length)
    if (!days.every((day) => draft.days.possible(person.id, day))) continue
    const on = days.flatMap((day) => draft.days.worked(person.id, day))
    const around = [first - 1, first + length].flatMap((day) => draft.days.worked(person.id, day))
    draft.atMost([...on, ...around.map(([column, c]): Term => [column, -c])], length - 1, least - length)
  }
}

function range(first: number, length: number): number[] {
  return Array.from({ length }, (_, k) => first + k)
}
