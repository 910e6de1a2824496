/**
 * What has been published changes as little as possible.
 * For each published session of a person: same site and work ≥ 1. For each session in which nothing was published for a
 * person: placements = 0. Each counts by notice: tomorrow more than next month. Anything with a time is work.
 */
import type { Problem } from '../../src/problem.ts'
import { count, personName, siteName, when } from '../../src/wording/names.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const stability: Rule = {
  id: 'stability',
  title: 'What has been published changes as little as possible.',
  level: 'service',
  why: 'People and patients have planned around it: a change has to be worth ten contact-days of waiting.',
  unit: 'sessions changed, those with full notice counting one',
  weight: 10,
  assumes: ['one-place'],
  numbers: {
    daysAhead: {
      default: 1,
      shape: 'days',
      meaning: 'days from today to the first day of the rota; negative once it has begun',
      source: 'the document has no today of its own; 1 takes the rota to begin tomorrow',
    },
    fullNotice: {
      default: 28,
      shape: 'whole',
      meaning: 'days of notice from which a change counts one',
      source: 'a default of this project: four weeks',
    },
    atOnce: {
      default: 4,
      shape: 'amount',
      meaning: 'what a change without any notice counts; in between it shrinks day by day',
      source: 'a default of this project; agencies treat less than three days as exceptional',
    },
  },

  minds: (_, problem) => problem.published !== null,

  add(draft, problem) {
    if (problem.published === null) return
    const taken = new Set(problem.published.map((a) => `${a.person} ${a.session}`))
    for (const { person, session, site, work } of problem.published) {
      const placement = draft.find(person, session, site, work)
      const terms: Term[] = placement === undefined ? [] : [[placement.column, 1]]
      draft.atLeast(terms, 1, counts(problem, session))
    }
    for (const p of draft.placements) {
      if (draft.allowed(p) && !taken.has(`${p.person} ${p.session}`))
        draft.charge(p.column, 1, counts(problem, p.session))
    }
  },

  check(rota, problem) {
    if (problem.published === null) return []
    const before = problem.published
    const now = rota.assignments
    const gone = before.filter(
      (a) =>
        !now.some((b) => a.person === b.person && a.session === b.session && a.site === b.site && a.work === b.work),
    )
    const added = now.filter((b) => !before.some((a) => a.person === b.person && a.session === b.session))
    return [...gone, ...added].map((a) => {
      const ahead = figure(stability, problem, 'daysAhead')
      const notice = Math.max(0, ahead + (problem.horizon.sessions[a.session]?.day ?? 0))
      const full = figure(stability, problem, 'fullNotice')
      // 0 if the network asks for no notice.
      const missing = full > 0 ? Math.max(0, 1 - notice / full) : 0
      const weight = 1 + missing * (figure(stability, problem, 'atOnce') - 1)
      const figures = { notice, added: added.includes(a) ? 1 : 0 }
      return { amount: 1, weight, people: [a.person], session: a.session, site: a.site, figures }
    })
  },

  say(breach, problem) {
    const { notice = 0, added = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    const where = `${siteName(breach.site, problem)} on ${when(breach, problem)}`
    const told = `with ${count(notice, 'day')} of notice`
    return added === 1
      ? `${who} is called in to ${where}, which was not published, ${told}.`
      : `${who} is not at ${where} as published, or does other work there, ${told}.`
  },
}

/** Weight of a change in this session. */
function counts(problem: Problem, session: number): number {
  const [ahead, full, atOnce] = (['daysAhead', 'fullNotice', 'atOnce'] as const).map((n) =>
    figure(stability, problem, n),
  )
  const today = -(ahead ?? 0)
  const day = problem.horizon.sessions[session]?.day ?? 0
  const notice = day < today ? 0 : day - today
  return notice >= (full ?? 0) ? 1 : (atOnce ?? 1) + ((1 - (atOnce ?? 1)) * notice) / (full ?? 1)
}
