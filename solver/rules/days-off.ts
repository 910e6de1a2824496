/**
 * Days off come together.
 * For each run of days off between two days of work: days ≥ the fewest. Any work with a time makes a day worked,
 * including in the days before the rota.
 */
import { DAYS_BEFORE } from '../../src/time.ts'
import { count, personName, when } from '../../src/wording/names.ts'
import { earlierDays } from '../facts/earlier.ts'
import { figureFor } from '../facts/rule-settings.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const daysOff: Rule = {
  id: 'days-off',
  title: 'Days off come together.',
  level: 'wellbeing',
  why: 'Two days off in a row rest more than two apart; but few contracts promise it.',
  unit: 'days',
  assumes: ['one-place'],
  numbers: {
    atLeast: {
      default: 1,
      shape: 'by-role',
      meaning: 'days off in a row between two days of work; 1 asks for nothing',
      source: 'the network; single days off are usual for part-time staff',
    },
  },

  minds: (person, problem) => figureFor(daysOff, problem, 'atLeast', person.role) > 1,

  add(draft, problem) {
    for (const person of problem.people) {
      const least = figureFor(daysOff, problem, 'atLeast', person.role)
      for (let length = 1; length < least; length++) {
        for (let first = 1 - DAYS_BEFORE; first + length < problem.horizon.days.length; first++)
          forbidGap(draft, person.id, { first, length, missing: least - length })
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const least = figureFor(daysOff, problem, 'atLeast', person.role)
      const days = rota.assignments
        .filter((a) => a.person === person.id)
        .map((a) => problem.horizon.sessions[a.session]?.day ?? 0)
      const past = (problem.before ?? []).filter((work) => work.person === person.id).map((work) => work.session.day)
      const worked = [...new Set([...past, ...days])].sort((a, b) => a - b)
      return worked.flatMap((day, k) => {
        const off = day - (worked[k - 1] ?? day) - 1
        return day >= 0 && off > 0 && off < least
          ? [{ amount: 1, weight: least - off, people: [person.id], day, figures: { off, least } }]
          : []
      })
    })
  },

  say(breach, problem) {
    const { off = 0, least = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    return `${who} has ${count(off, 'day')} off before ${when(breach, problem)}, where ${least} in a row are due.`
  },
}

/** Forbids a gap: both ends worked with every day between them off. */
function forbidGap(
  draft: Draft,
  person: string,
  gap: { readonly first: number; readonly length: number; readonly missing: number },
): void {
  const { first, length, missing } = gap
  const past = earlierDays(person, draft.problem)
  const days = [first - 1, first + length]
  const between = Array.from({ length }, (_, k) => first + k)
  if (first + length < 0 || between.some((day) => past.has(day))) return
  if (!days.every((day) => (day < 0 ? past.has(day) : draft.days.possible(person, day)))) return
  const own = days.filter((day) => day >= 0)
  const ends = own.flatMap((day) => draft.days.worked(person, day))
  const off = between.filter((day) => day >= 0).flatMap((day) => draft.days.worked(person, day))
  draft.atMost([...ends, ...off.map(([column, c]): Term => [column, -c])], own.length - 1, missing)
}
