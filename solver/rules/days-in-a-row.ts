/**
 * Nobody works too many days in a row, or comes in for too few.
 * For each person and any seven days in a row: days worked ≤ 6. For each complete run of days worked within the rota: days ≥ the minimum.
 * Any work with a time makes a day worked. Days before the rota count if the document gives them; a run including them is reported if the
 * rota could still end or continue it.
 */
import type { Person } from '../../src/staff.ts'
import { DAYS_BEFORE } from '../../src/time.ts'
import { count, personName, when } from '../../src/wording/names.ts'
import { earlierDays } from '../facts/earlier.ts'
import { freeSessionsOf } from '../facts/half-days.ts'
import { figureFor } from '../facts/rule-settings.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

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
    for (const day of earlierDays(person.id, problem)) days.add(day)
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
      const past = new Set((problem.before ?? []).filter((w) => w.person === person.id).map((w) => w.session.day))
      let run = 0
      while (past.has(-1 - run)) run += 1
      // Too short, as far as the document shows the run's first day; a run that starts where its data starts may be longer.
      const isShort = (days: number, first: number) =>
        days > 0 && days < least && (problem.before === null ? first > 0 : first > -DAYS_BEFORE)
      const place = { people: [person.id] }
      const ended =
        isShort(run, -run) && !worked.includes(problem.horizon.days[0])
          ? [{ amount: 1, weight: least - run, ...place, day: 0, figures: { run, past: 1 } }]
          : []
      const now = problem.horizon.days.flatMap((date, day) => {
        run = worked.includes(date) ? run + 1 : 0
        const ends = day + 1 < problem.horizon.days.length && !worked.includes(problem.horizon.days[day + 1])
        const figures = { run }
        const long = run > most ? [{ amount: 1, ...place, day, figures }] : []
        const isOver = ends && isShort(run, day + 1 - run)
        return [...long, ...(isOver ? [{ amount: 1, weight: least - run, ...place, day, figures }] : [])]
      })
      return [...ended, ...now]
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const run = breach.figures?.run ?? 0
    const days = count(run, 'day')
    if (breach.weight === undefined) return `${who} works ${days} in a row up to ${when(breach, problem)}.`
    const until = breach.figures?.past === undefined ? 'up to' : 'up to the day before'
    return `${who} comes in for ${days} only, ${until} ${when(breach, problem)}.`
  },
}

function forbidLongRuns(draft: Draft, person: Person): void {
  const { problem } = draft
  const most = figureFor(daysInARow, problem, 'atMost', person.role)
  for (let first = -DAYS_BEFORE; first + most < problem.horizon.days.length; first++) {
    const own = shown(draft, person, range(first, most + 1))
    if (own === undefined || own.length === 0) continue
    draft.atMost(
      own.flatMap((day) => draft.days.worked(person.id, day)),
      own.length - 1,
    )
  }
}

/** The days of such a run that lie in the rota; undefined if one of the days cannot be, or was not, worked. */
function shown(draft: Draft, person: Person, days: readonly number[]): readonly number[] | undefined {
  const past = earlierDays(person.id, draft.problem)
  const can = days.every((day) => (day < 0 ? past.has(day) : draft.days.possible(person.id, day)))
  return can ? days.filter((day) => day >= 0) : undefined
}

/** Forbids a run of exactly this length: both ends off with all days between them on. */
function forbidRunsOf(draft: Draft, person: Person, run: { readonly length: number; readonly least: number }): void {
  const { length, least } = run
  const { horizon, before } = draft.problem
  const past = earlierDays(person.id, draft.problem)
  for (let first = before === null ? 1 : 1 - DAYS_BEFORE; first + length < horizon.days.length; first++) {
    const own = shown(draft, person, range(first, length))
    // The day after must be decided by the rota, and the day before must be off or open.
    if (own === undefined || first + length < 0 || past.has(first - 1)) continue
    const on = own.flatMap((day) => draft.days.worked(person.id, day))
    const ends = [first - 1, first + length].filter((day) => day >= 0)
    const around = ends.flatMap((day) => draft.days.worked(person.id, day))
    draft.atMost([...on, ...around.map(([column, c]): Term => [column, -c])], own.length - 1, least - length)
  }
}

function range(first: number, length: number): number[] {
  return Array.from({ length }, (_, k) => first + k)
}
