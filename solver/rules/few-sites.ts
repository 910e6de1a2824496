/**
 * People work at few sites in a week.
 * For each person and week: sites with a session ≤ the role's limit (two by default). Training and admin are not
 * counted.
 */
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import { count, personName, when } from '../../src/wording/names.ts'
import { mayBeElsewhere } from '../facts/half-days.ts'
import { partnersAsked } from '../facts/partner-sessions.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const fewSites: Rule = {
  id: 'few-sites',
  title: 'People work at few sites in a week.',
  level: 'wellbeing',
  why: 'One base and one other site is manageable; more means other systems, other doors, other teams each day.',
  unit: 'sites',
  numbers: {
    atMost: {
      default: 2,
      shape: 'whole',
      meaning: 'sites a week, where the role has no limit of its own',
      source: 'ideally two, one of them the base: British Journal of General Practice 2025, on shared staff',
    },
  },

  // Counted outside time takes place at the usual practice, which matters for people who may be at other sites, or whose limit is 0.
  minds: (person, problem) =>
    (mayBeElsewhere(person, problem) || limit(person, problem) < 1) &&
    partnersAsked(problem).some(({ people }) => people.includes(person.id)),

  add(draft, problem) {
    for (const person of problem.people) {
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const bySite = new Map<string, Term[0][]>()
        for (const p of draft.of(person.id)) {
          if (p.work === 'admin' || p.work === 'training' || !draft.allowed(p)) continue
          if (problem.horizon.sessions[p.session]?.week === week)
            bySite.set(p.site, [...(bySite.get(p.site) ?? []), p.column])
        }
        if (bySite.size <= limit(person, problem)) continue
        const used = [...bySite.values()].map((columns): Term => {
          const site = draft.column(0, 1)
          for (const column of columns)
            draft.define(
              [
                [site, 1],
                [column, -1],
              ],
              0,
              1,
            )
          return [site, 1]
        })
        draft.atMost(used, limit(person, problem))
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const weeks = Array.from({ length: problem.horizon.weeks }, () => new Set<string>())
      for (const a of rota.assignments) {
        if (a.person === person.id && a.work !== 'admin' && a.work !== 'training')
          weeks[problem.horizon.sessions[a.session]?.week ?? 0]?.add(a.site)
      }
      return weeks.flatMap((sites, week) => {
        const over = sites.size - limit(person, problem)
        return over > 0 ? [{ amount: over, people: [person.id], week, figures: { sites: sites.size } }] : []
      })
    })
  },

  say(breach, problem) {
    const sites = breach.figures?.sites ?? 0
    return `${personName(breach.people?.[0], problem)} works at ${count(sites, 'site')} in ${when(breach, problem)}, ${breach.amount} more than is manageable.`
  },
}

function limit(person: Person, problem: Problem): number {
  return problem.roleById.get(person.role)?.maxSites ?? figure(fewSites, problem, 'atMost')
}
