/**
 * Days off come together.
 * For each run of days off between two days of work: days ≥ the fewest. A day counts as worked by whatever has a time
 * on it.
 */
import type { Draft, Term } from '../draft.ts'
import { figureFor } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { count, personName, when } from '../words.ts'

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
        for (let first = 1; first + length < problem.horizon.days.length; first++)
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
      const worked = [...new Set(days)].sort((a, b) => a - b)
      return worked.flatMap((day, k) => {
        const off = day - (worked[k - 1] ?? day) - 1
        return off > 0 && off < least
          ? [{ amount: 1, weight: least - off, people: [person.id], day: day - 1, figures: { off, least } }]
          : []
      })
    })
  },

  say(breach, problem) {
    const { off = 0, least = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    return `${who} has ${count(off, 'day')} off up to ${when(breach, problem)}, where ${least} in a row are due.`
  },
}

/** Not both ends worked with every day between them off. */
function forbidGap(
  draft: Draft,
  person: string,
  gap: { readonly first: number; readonly length: number; readonly missing: number },
): void {
  const { first, length, missing } = gap
  const days = [first - 1, first + length]
  if (!days.every((day) => draft.days.possible(person, day))) return
  const ends = days.flatMap((day) => draft.days.worked(person, day))
  const between = Array.from({ length }, (_, k) => first + k).flatMap((day) => draft.days.worked(person, day))
  draft.atMost([...ends, ...between.map(([column, c]): Term => [column, -c])], 1, missing)
}
