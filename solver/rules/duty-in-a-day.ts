/**
 * Nobody is duty doctor for too long in one day.
 * For each person and day: sessions of duty ≤ 2.
 */
import { grouped } from '../../src/grouped.ts'
import { count, figureWords, personName, when } from '../../src/wording/names.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const dutyInADay: Rule = {
  id: 'duty-in-a-day',
  title: 'Nobody is duty doctor for too long in one day.',
  level: 'wellbeing',
  why: 'Duty is the day’s hardest work; many practices change over at noon, where they have the people.',
  unit: 'sessions',
  assumes: ['one-place'],
  numbers: {
    atMost: {
      default: 2,
      shape: 'whole',
      meaning: 'sessions of duty a day for one person; 2, both halves of a day, asks for nothing in most practices',
      source: 'the network',
    },
  },

  add(draft, problem) {
    const most = figure(dutyInADay, problem, 'atMost')
    for (const person of problem.people) {
      const duties = draft.of(person.id).filter((p) => p.work === 'duty' && draft.allowed(p))
      for (const day of grouped(duties, (p) => String(problem.horizon.sessions[p.session]?.day))) {
        if (new Set(day.map((p) => p.session)).size <= most) continue
        draft.atMost(
          day.map((p): Term => [p.column, 1]),
          most,
        )
      }
    }
  },

  check(rota, problem) {
    const most = figure(dutyInADay, problem, 'atMost')
    return problem.people.flatMap((person) =>
      problem.horizon.days.flatMap((date, day) => {
        const held = rota.assignments.filter(
          (a) => a.person === person.id && a.work === 'duty' && problem.horizon.sessions[a.session]?.date === date,
        ).length
        return held > most ? [{ amount: held - most, people: [person.id], day, figures: { held } }] : []
      }),
    )
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const held = count(breach.figures?.held ?? 0, 'session')
    return `${who} is duty doctor for ${held} of ${when(breach, problem)}, ${figureWords(breach.amount)} more than is reasonable.`
  },
}
