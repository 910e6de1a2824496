/**
 * Nobody is seen before they have asked.
 * For each need and practice, day by day: waiting = waiting the day before + arrived + returned − met ≥ 0. For same-day
 * needs session by session: met so far that day ≤ arrived so far that day.
 */
import type { Breach } from '../../src/breach.ts'
import type { Need } from '../../src/needs.ts'
import type { Site } from '../../src/places.ts'
import type { Problem } from '../../src/problem.ts'
import { count, needTitle, siteName, when } from '../../src/wording/names.ts'
import { arrivedIn, arrivedOn, backlogAt, contactsMet, returnsInto } from '../facts/contacts.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const patientsFirst: Rule = {
  id: 'patients-first',
  title: 'Nobody is seen before they have asked.',
  level: 'never',
  why: 'A clinic in the morning cannot meet a need that arises in the afternoon.',
  unit: 'contacts',
  assumes: ['clinic-time'],

  add(draft, problem) {
    for (const site of problem.sites) {
      if (problem.needs.some((n) => n.followUp)) for (const day of workingDays(problem)) defineReturns(draft, site, day)
      for (const need of problem.needs) {
        if (need.withinDays === 0) sameDay(draft, need, site)
        else waitingList(draft, need, site)
      }
    }
  },

  check(rota, problem) {
    const met = contactsMet(rota)
    const returns = returnsInto(rota, problem)
    return problem.sites.flatMap((site) =>
      problem.needs.flatMap((need): Breach[] => {
        let waiting = backlogAt(problem, need.id, site.id).reduce((sum, w) => sum + w.contacts, 0)
        return problem.horizon.sessions.flatMap((session, i) => {
          const first = problem.horizon.sessions[i - 1]?.day !== session.day
          if (need.withinDays === 0 && first) waiting = 0
          waiting += arrivedIn(problem, need.id, site.id, session.index)
          waiting += need.followUp ? (returns.get(`${site.id} ${session.index}`) ?? 0) : 0
          waiting -= met.get(`${need.id} ${site.id} ${session.index}`) ?? 0
          const last = problem.horizon.sessions[i + 1]?.day !== session.day
          const tooEarly = -waiting
          if ((need.withinDays > 0 && !last) || tooEarly <= 1e-6) return []
          return [{ amount: tooEarly, need: need.id, site: site.id, session: session.index }]
        })
      }),
    )
  },

  say(breach, problem) {
    const what = `${count(breach.amount, 'contact')} of "${needTitle(breach.need, problem)}"`
    return `${when(breach, problem)}: ${siteName(breach.site, problem)} plans ${what} before anybody has asked.`
  },
}

/** Days of the horizon that have sessions. */
function workingDays(problem: Problem): number[] {
  return [...new Set(problem.horizon.sessions.map((s) => s.day))]
}

/** Returns of a day = returns caused in the sessions just before each session of that day. */
function defineReturns(draft: Draft, site: Site, day: number): void {
  const caused = draft.problem.horizon.sessions
    .filter((s) => s.day === day)
    .flatMap((s) => draft.flow().returnsOf(site.id, s.index - 1))
    .map(([column, share]): Term => [column, -share])
  draft.define([[draft.flow().returned(site.id, day), 1], ...caused], 0)
}

function waitingList(draft: Draft, need: Need, site: Site): void {
  const { problem } = draft
  const flow = draft.flow()
  const place = { need: need.id, site: site.id }
  let carried: Term[] = []
  let backlog = backlogAt(problem, need.id, site.id).reduce((sum, w) => sum + w.contacts, 0)
  for (const day of workingDays(problem)) {
    const sessions = problem.horizon.sessions.filter((s) => s.day === day)
    const met = sessions.flatMap((s) => flow.takenFrom(need.id, site.id, s.index)).map((t): Term => [t.column, 1])
    const waiting = flow.waiting(need.id, site.id, day)
    const returned: Term[] = need.followUp ? [[flow.returned(site.id, day), -1]] : []
    draft.define([[waiting, 1], ...met, ...carried, ...returned], arrivedOn(problem, place, day) + backlog)
    carried = [[waiting, -1]]
    backlog = 0
  }
}

function sameDay(draft: Draft, need: Need, site: Site): void {
  const { problem } = draft
  const flow = draft.flow()
  for (const day of workingDays(problem)) {
    const met: Term[] = []
    let arrived = 0
    for (const { index } of problem.horizon.sessions.filter((s) => s.day === day)) {
      const here = flow.takenFrom(need.id, site.id, index)
      const back = need.followUp ? flow.returnsOf(site.id, index - 1) : []
      arrived += arrivedIn(problem, need.id, site.id, index)
      met.push(...here.map((t): Term => [t.column, 1]), ...back.map(([column, share]): Term => [column, -share]))
      if (here.length > 0) draft.atMost([...met], arrived)
    }
  }
}
