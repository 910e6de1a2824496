/**
 * Urgent need is met on the same day.
 * For each urgent need, practice and day: met on the day + missed ≥ arrived on the day.
 */
import type { Breach } from '../../src/breach.ts'
import { needTitle, siteName, when, wholeCount } from '../../src/wording/names.ts'
import { arrivedIn, contactsMet, returnsInto } from '../facts/contacts.ts'
import { needWeight } from '../facts/need-weight.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const seenSameDay: Rule = {
  id: 'seen-same-day',
  title: 'Urgent need is met on the same day.',
  level: 'urgent',
  why: 'In the contract since April 2026, and what patients ask first. The aim is nine in ten by March 2027.',
  unit: 'contacts missed',
  assumes: ['patients-first'],

  add(draft, problem) {
    for (const need of problem.needs.filter((n) => n.withinDays === 0)) {
      for (const site of problem.sites) {
        for (const day of new Set(problem.horizon.sessions.map((s) => s.day))) {
          const sessions = problem.horizon.sessions.filter((s) => s.day === day)
          const met = sessions.flatMap((s) =>
            draft
              .flow()
              .takenFrom(need.id, site.id, s.index)
              .map((t): Term => [t.column, 1]),
          )
          const back = need.followUp ? sessions.flatMap((s) => draft.flow().returnsOf(site.id, s.index - 1)) : []
          const arrived = sessions.reduce((sum, s) => sum + arrivedIn(problem, need.id, site.id, s.index), 0)
          if (arrived === 0 && back.length === 0) continue
          draft.atLeast(
            [...met, ...back.map(([column, share]): Term => [column, -share])],
            arrived,
            needWeight(need, problem),
          )
        }
      }
    }
  },

  check(rota, problem) {
    const met = contactsMet(rota)
    const returns = returnsInto(rota, problem)
    const missed = new Map<string, Required<Pick<Breach, 'amount' | 'need' | 'site' | 'day' | 'weight'>>>()
    for (const session of problem.horizon.sessions) {
      for (const need of problem.needs) {
        if (need.withinDays > 0) continue
        for (const { id: site } of problem.sites) {
          const key = `${need.id} ${site} ${session.day}`
          const soFar = missed.get(key)?.amount ?? 0
          const back = need.followUp ? (returns.get(`${site} ${session.index}`) ?? 0) : 0
          const open =
            arrivedIn(problem, need.id, site, session.index) +
            back -
            (met.get(`${need.id} ${site} ${session.index}`) ?? 0)
          missed.set(key, {
            amount: soFar + open,
            need: need.id,
            site,
            day: session.day,
            weight: needWeight(need, problem),
          })
        }
      }
    }
    return [...missed.values()].filter((breach) => breach.amount > 1e-6)
  },

  say(breach, problem) {
    const what = `${wholeCount(breach.amount, 'contact')} of "${needTitle(breach.need, problem)}"`
    return `${siteName(breach.site, problem)}: ${what} cannot be met on ${when(breach, problem)}.`
  },
}
