/**
 * The week costs no more than it must.
 * Amount = Σ sessions × the role's cost of a session, in pounds.
 */
import type { Rule } from '../rule.ts'

export const cost: Rule = {
  id: 'cost',
  title: 'The week costs no more than it must.',
  level: 'cost',
  why: 'Money comes after people: it decides only between rotas that serve and treat them equally well.',
  unit: 'pounds',

  add(draft, problem) {
    for (const p of draft.placements) {
      const counts = problem.horizon.sessions[p.session]?.counts ?? 1
      draft.charge(p.column, counts * (problem.roleById.get(p.role)?.costPerSession ?? 0))
    }
    for (const person of problem.people) {
      const price = problem.roleById.get(person.role)?.costPerSession ?? 0
      for (let week = 0; week < problem.horizon.weeks; week++) {
        for (const [column] of draft.countedIn(person, week)) draft.charge(column, price)
      }
    }
  },

  check(rota, problem) {
    const total = rota.assignments.reduce((sum, a) => {
      const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
      return sum + (role?.costPerSession ?? 0) * (problem.horizon.sessions[a.session]?.counts ?? 1)
    }, 0)
    return total > 0 ? [{ amount: total }] : []
  },

  say(breach) {
    return `The sessions of this rota cost £${Math.round(breach.amount).toLocaleString('en-GB')}.`
  },
}
