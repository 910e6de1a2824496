/**
 * No kind of need is left out.
 * For each routine need and practice: met in the weeks planned + left out ≥ the need’s share of what falls due in them. Contacts left out
 * count by their minutes. Without this rule, if staff are short, entire needs go unmet because others weigh slightly more.
 */
import { dueDay } from '../../src/demand.ts'
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import { count, needTitle, siteName } from '../../src/wording/names.ts'
import { needLength } from '../facts/need-weight.ts'
import { figureFor } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const noNeedLeftOut: Rule = {
  id: 'no-need-left-out',
  title: 'No kind of need is left out.',
  level: 'service',
  why: 'A shortage that is shared can be borne; a kind of patient whom nobody sees cannot.',
  unit: 'contacts left out',
  weight: 3,
  assumes: ['patients-first'],
  numbers: {
    share: {
      default: 0.5,
      shape: 'share-by-need',
      meaning:
        'share of what falls due of a need that each practice meets before any need gets more; one share for every need, or some by need',
      source: 'a default of this project; the network may set it',
    },
  },

  add(draft, problem) {
    for (const { need, site, due } of dues(problem)) {
      const met = problem.horizon.sessions.flatMap((s) => draft.flow().takenFrom(need.id, site, s.index))
      draft.atLeast(
        met.map((t): Term => [t.column, 1]),
        shareOf(need, problem) * due,
        needLength(need, problem),
      )
    }
  },

  check(rota, problem) {
    const seen = new Map<string, number>()
    for (const c of rota.clinics) {
      const key = `${c.need} ${c.patientsOf}`
      seen.set(key, (seen.get(key) ?? 0) + c.contacts)
    }
    return dues(problem).flatMap(({ need, site, due }) => {
      const share = figureFor(noNeedLeftOut, problem, 'share', need.id)
      const short = share * due - (seen.get(`${need.id} ${site}`) ?? 0)
      return short > 1e-6
        ? [{ amount: short, weight: needLength(need, problem), need: need.id, site, figures: { due, share } }]
        : []
    })
  },

  say(breach, problem) {
    const { due = 0, share = 0 } = breach.figures ?? {}
    const met = count(share * due - breach.amount, 'contact')
    const what = `"${needTitle(breach.need, problem)}"`
    return `${siteName(breach.site, problem)} meets ${met} of ${what}, where ${count(due, 'contact')} fall due: less than the ${Math.round(share * 100)}% that this need is given first.`
  },
}

function shareOf(need: Need, problem: Problem): number {
  return figureFor(noNeedLeftOut, problem, 'share', need.id)
}

/** Contacts due within the weeks planned, by routine need and practice, from the document. Returns come on top. */
function dues(problem: Problem): { need: Need; site: string; due: number }[] {
  const { arrivals, horizon, needById, waiting, workingDays } = problem
  const dueAt = new Map<string, number>()
  const add = (need: string, site: string, contacts: number) =>
    dueAt.set(`${need} ${site}`, (dueAt.get(`${need} ${site}`) ?? 0) + contacts)
  for (const { need, site, contacts, due } of waiting) if (due !== null) add(need, site, contacts)
  for (const { need, site, session, contacts } of arrivals) {
    const day = horizon.sessions[session]?.day ?? 0
    if (dueDay(workingDays, day, needById.get(need)?.withinDays ?? 0) !== null) add(need, site, contacts)
  }
  return problem.needs
    .filter((need) => need.withinDays > 0)
    .flatMap((need) => problem.sites.map(({ id }) => ({ need, site: id, due: dueAt.get(`${need.id} ${id}`) ?? 0 })))
    .filter(({ due }) => due > 0)
}
