/**
 * Routine need is met within its target.
 * For each routine need, practice and working day: waiting at the end of the day ≤ waiting and not yet past the target + overdue. A contact
 * that is overdue for three working days counts three times. A contact still overdue on the last working day counts for another week of
 * them, since otherwise need falling due late in the week would be the cheapest to leave.
 */
import { dueDay } from '../../src/demand.ts'
import type { Need } from '../../src/needs.ts'
import { needTitle, siteName, when, wholeCount } from '../../src/wording/names.ts'
import { arrivedIn, arrivedOn, backlogAt, contactsMet, returnsInto } from '../facts/contacts.ts'
import { needWeight } from '../facts/need-weight.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const seenInTime: Rule = {
  id: 'seen-in-time',
  title: 'Routine need is met within its target.',
  level: 'service',
  why: 'After what is urgent, waiting past the promised time is what harms patients most.',
  unit: 'contact-days overdue',
  assumes: ['patients-first'],
  numbers: {
    stillOverdue: {
      default: 5,
      shape: 'amount',
      meaning: 'further working days counted for a contact that is still overdue on the last of the weeks planned',
      source: 'a default of this project: the next week’s rota is the first that can meet it',
    },
  },

  add(draft, problem) {
    for (const need of problem.needs.filter((n) => n.withinDays > 0)) {
      for (const site of problem.sites) holdOverdue(draft, need, site.id)
    }
  },

  check(rota, problem) {
    const met = contactsMet(rota)
    const returns = returnsInto(rota, problem)
    const last = Math.max(...problem.workingDays)
    const later = figure(seenInTime, problem, 'stillOverdue')
    return problem.sites.flatMap((site) =>
      problem.needs
        .filter((need) => need.withinDays > 0)
        .flatMap((need) => {
          // Contacts by the day on which they fall due; they are overdue from then on until met.
          const falls = new Map<number, number>()
          const fall = (day: number | null, contacts: number) => {
            if (day !== null) falls.set(day, (falls.get(day) ?? 0) + contacts)
          }
          for (const w of problem.waiting) if (w.need === need.id && w.site === site.id) fall(w.due, w.contacts)
          const seen = new Map<number, number>()
          for (const { index, day } of problem.horizon.sessions) {
            const due = dueDay(problem.workingDays, day, need.withinDays)
            fall(due, arrivedIn(problem, need.id, site.id, index))
            if (need.followUp) fall(due, returns.get(`${site.id} ${index}`) ?? 0)
            seen.set(day, (seen.get(day) ?? 0) + (met.get(`${need.id} ${site.id} ${index}`) ?? 0))
          }
          return problem.workingDays.flatMap((day) => {
            const overdue = upTo(falls, day) - upTo(seen, day)
            const weight = needWeight(need, problem) * (day === last ? 1 + later : 1)
            return overdue > 1e-6 ? [{ amount: overdue, weight, need: need.id, site: site.id, day }] : []
          })
        }),
    )
  },

  say(breach, problem) {
    const what = `${wholeCount(breach.amount, 'contact')} of "${needTitle(breach.need, problem)}"`
    return `${siteName(breach.site, problem)} has ${what} waiting past the target on ${when(breach, problem)}.`
  },
}

function upTo(byDay: ReadonlyMap<number, number>, last: number): number {
  return sumOf([...byDay].filter(([day]) => day <= last).map(([, contacts]) => contacts))
}

/** Contacts waiting at the end of a working day, beyond those not yet due, are overdue. */
function holdOverdue(draft: Draft, need: Need, site: string): void {
  const { problem } = draft
  const flow = draft.flow()
  const { workingDays } = problem
  const backlog = backlogAt(problem, need.id, site)
  const days = [...new Set(problem.horizon.sessions.map((s) => s.day))]
  const arrivedBefore = (end: number) =>
    sumOf(days.filter((day) => day < end).map((day) => arrivedOn(problem, { need: need.id, site }, day)))
  const waitingFirst = sumOf(backlog.map((w) => w.contacts))
  for (const [k, today] of workingDays.entries()) {
    // Due by the end of today: requested before the morning of the first of the last `withinDays` working days, including today.
    const since = workingDays[k + 1 - need.withinDays] ?? 0
    const dueFirst = sumOf(backlog.filter(({ due }) => due !== null && due <= today).map((w) => w.contacts))
    const due = dueFirst + arrivedBefore(since)
    if (due === 0 && (since === 0 || !need.followUp)) continue
    const inWindow = need.followUp ? days.filter((day) => day >= since && day <= today) : []
    const returned = inWindow.map((day): Term => [flow.returned(site, day), -1])
    const waiting: Term = [flow.waiting(need.id, site, today), 1]
    const weight = k === workingDays.length - 1 ? 1 + figure(seenInTime, problem, 'stillOverdue') : 1
    const notDue = waitingFirst + arrivedBefore(today + 1) - due
    draft.atMost([waiting, ...returned], notDue, weight * needWeight(need, problem))
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0)
}
