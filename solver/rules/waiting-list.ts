/**
 * As few people as possible are left waiting at the end.
 * Amount = for each routine need and practice, contacts waiting at the end of the horizon, including returns from its
 * last session.
 */

import { needTitle, siteName, wholeCount } from '../../src/wording/names.ts'
import { contactsMet, returnsInto } from '../facts/contacts.ts'
import { needWeight } from '../facts/need-weight.ts'
import type { Rule } from './rule.ts'

export const waitingList: Rule = {
  id: 'waiting-list',
  title: 'As few people as possible are left waiting at the end.',
  level: 'service',
  why: 'What is not met this week is next week’s work; but one who waits inside the target counts far less than one overdue.',
  unit: 'contacts waiting',
  weight: 0.1,
  assumes: ['patients-first'],

  add(draft, problem) {
    const last = problem.horizon.sessions.at(-1)
    if (last === undefined) return
    for (const need of problem.needs.filter((n) => n.withinDays > 0)) {
      for (const site of problem.sites) {
        draft.charge(draft.flow().waiting(need.id, site.id, last.day), 1, needWeight(need, problem))
        if (!need.followUp) continue
        for (const [column, share] of draft.flow().returnsOf(site.id, last.index))
          draft.charge(column, share, needWeight(need, problem))
      }
    }
  },

  check(rota, problem) {
    const returned = [...returnsInto(rota, problem)]
    const met = [...contactsMet(rota)]
    return problem.sites.flatMap((site) =>
      problem.needs.flatMap((need) => {
        if (need.withinDays === 0) return []
        const asked = [...problem.arrivals, ...problem.waiting].filter((a) => a.need === need.id && a.site === site.id)
        const back = need.followUp ? returned.filter(([key]) => key.startsWith(`${site.id} `)) : []
        const seen = met.filter(([key]) => key.startsWith(`${need.id} ${site.id} `))
        const amount = sum(asked.map((a) => a.contacts)) + sum(back.map(([, n]) => n)) - sum(seen.map(([, n]) => n))
        return amount > 1e-6 ? [{ amount, weight: needWeight(need, problem), need: need.id, site: site.id }] : []
      }),
    )
  },

  say(breach, problem) {
    const what = `${wholeCount(breach.amount, 'contact')} of "${needTitle(breach.need, problem)}"`
    return `${siteName(breach.site, problem)} ends with ${what} still waiting.`
  },
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
