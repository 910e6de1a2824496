/**
 * The week costs no more than it must.
 * Amount = Σ over people and weeks: (the larger of the sessions due and the sessions given, plus sessions of paid absence) × the role's
 * cost of a session, in pounds. A contract is paid whether or not the rota has a use for all of it.
 */
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const cost: Rule = {
  id: 'cost',
  title: 'The week costs no more than it must.',
  level: 'cost',
  why: 'Money comes after people: it decides only between rotas that serve and treat them equally well.',
  unit: 'pounds',
  assumes: ['contracted-sessions'],

  add(draft, problem) {
    for (const person of problem.people) {
      const price = problem.roleById.get(person.role)?.costPerSession ?? 0
      const { due = [], most = [], paid: kept = [] } = problem.availability.get(person.id) ?? {}
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const contract = due[week] ?? 0
        const absent = (kept[week] ?? contract) - contract
        const given = draft.of(person.id).flatMap((p): Term[] => {
          const session = problem.horizon.sessions[p.session]
          return session?.week === week ? [[p.column, session.counts]] : []
        })
        const all = [...given, ...draft.countedIn(person.id, week)]
        const conceivable = all.reduce((sum, [column, counts]) => sum + counts * (draft.upper[column] ?? 0), 0)
        const isFixed = !draft.isGiven && (most[week] ?? 0) <= contract
        const worked = isFixed ? contract : Math.max(contract, conceivable)
        const paid = draft.column(absent + contract, absent + worked)
        draft.charge(paid, price)
        const less = all.map(([column, counts]): Term => [column, -counts])
        if (!isFixed) draft.define([[paid, 1], ...less], absent, Number.POSITIVE_INFINITY)
      }
    }
  },

  check(rota, problem) {
    const total = problem.people.reduce((sum, person) => {
      const mine = rota.assignments.filter((a) => a.person === person.id)
      const { due = [], paid = [] } = problem.availability.get(person.id) ?? {}
      const weeks = due.map((sessionsDue, week) => {
        const inWeek = mine.map((a) => problem.horizon.sessions[a.session]).filter((s) => s?.week === week)
        const worked = inWeek.reduce((all, s) => all + (s?.counts ?? 1), 0)
        return (paid[week] ?? sessionsDue) + (worked > sessionsDue ? worked - sessionsDue : 0)
      })
      const price = problem.roleById.get(person.role)?.costPerSession ?? 0
      return sum + price * weeks.reduce((all, sessions) => all + sessions, 0)
    }, 0)
    return total > 0 ? [{ amount: total }] : []
  },

  say(breach) {
    return `Contracts, and what is worked beyond them, cost £${Math.round(breach.amount).toLocaleString('en-GB')} in this rota.`
  },
}
