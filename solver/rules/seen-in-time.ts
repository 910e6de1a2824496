/**
 * Routine need is met within its target.
 * For each routine need, practice and day: waiting at the end of the day ≤ waiting and not yet past the target + overdue.
 * A contact that is overdue for three days counts three times.
 */
import type { Need } from '../../src/needs.ts'
import type { Draft, Term } from '../draft.ts'
import { arrivedIn, arrivedOn, backlogAt, contactsMet, returnsInto } from '../ledger.ts'
import { needWeight } from '../need-weight.ts'
import type { Rule } from '../rule.ts'
import { count, needTitle, siteName, when } from '../words.ts'

export const seenInTime: Rule = {
  id: 'seen-in-time',
  title: 'Routine need is met within its target.',
  level: 'service',
  why: 'After what is urgent, waiting past the promised time is what harms patients most.',
  unit: 'contact-days overdue',
  assumes: ['patients-first'],

  add(draft, problem) {
    for (const need of problem.needs.filter((n) => n.withinDays > 0)) {
      for (const site of problem.sites) holdOverdue(draft, need, site.id)
    }
  },

  check(rota, problem) {
    const met = contactsMet(rota)
    const returns = returnsInto(rota, problem)
    return problem.sites.flatMap((site) =>
      problem.needs
        .filter((need) => need.withinDays > 0)
        .flatMap((need) => {
          // What falls due on each day, and from then on is overdue until it is met.
          const falls = new Map<number, number>()
          const fall = (day: number, contacts: number) => falls.set(day, (falls.get(day) ?? 0) + contacts)
          for (const w of problem.waiting)
            if (w.need === need.id && w.site === site.id) fall(Math.max(0, need.withinDays - w.waitedDays), w.contacts)
          for (const s of problem.horizon.sessions) {
            fall(s.day + need.withinDays, arrivedIn(problem, need.id, site.id, s.index))
            if (need.followUp) fall(s.day + need.withinDays, returns.get(`${site.id} ${s.index}`) ?? 0)
          }
          let seen = 0
          return problem.horizon.sessions.flatMap((session, i) => {
            seen += met.get(`${need.id} ${site.id} ${session.index}`) ?? 0
            if (problem.horizon.sessions[i + 1]?.day === session.day) return []
            const overdue = sumOf([...falls].filter(([day]) => day <= session.day).map(([, n]) => n)) - seen
            return overdue > 1e-6
              ? [{ amount: overdue, weight: needWeight(need, problem), need: need.id, site: site.id, day: session.day }]
              : []
          })
        }),
    )
  },

  say(breach, problem) {
    const what = `${count(breach.amount, 'contact')} of "${needTitle(breach.need, problem)}"`
    return `${siteName(breach.site, problem)} has ${what} waiting past the target on ${when(breach, problem)}.`
  },
}

/** Whoever waits at the end of a day beyond those who are not due yet is overdue. */
function holdOverdue(draft: Draft, need: Need, site: string): void {
  const { problem, flow } = draft
  const backlog = backlogAt(problem, need.id, site)
  const days = [...new Set(problem.horizon.sessions.map((s) => s.day))]
  const arrivedBy = (last: number) =>
    sumOf(days.filter((day) => day <= last).map((day) => arrivedOn(problem, { need: need.id, site }, day)))
  const waitingFirst = sumOf(backlog.map((w) => w.contacts))
  for (const day of days) {
    const dueFirst = sumOf(backlog.filter((w) => need.withinDays - w.waitedDays <= day).map((w) => w.contacts))
    const due = dueFirst + arrivedBy(day - need.withinDays)
    if (due === 0 && day < need.withinDays) continue
    const inWindow = need.followUp ? days.filter((d) => d <= day && d > day - need.withinDays) : []
    const returned = inWindow.map((d): Term => [flow.returned(site, d), -1])
    const waiting: Term = [flow.waiting(need.id, site, day), 1]
    draft.atMost([waiting, ...returned], waitingFirst + arrivedBy(day) - due, needWeight(need, problem))
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0)
}
