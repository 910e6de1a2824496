/**
 * No practice’s patients are served much worse than the others’.
 * For each practice: the percentage of its need that is not met − that of the whole network ≤ 5 + excess. The largest excess counts. Each
 * contact counts by the weight and the length of its need; not met is what was missed on its day or still waits at the end.
 */
import type { Problem } from '../../src/problem.ts'
import { siteName } from '../../src/wording/names.ts'
import { arrivedIn } from '../facts/contacts.ts'
import { needLength } from '../facts/need-weight.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const fairPractices: Rule = {
  id: 'fair-practices',
  title: 'No practice’s patients are served much worse than the others’.',
  level: 'service',
  why: 'People whom practices share go where need is greatest; a point too far behind the others counts as one contact-day of waiting.',
  unit: 'points of a hundred',
  assumes: ['patients-first'],
  numbers: {
    allowance: {
      default: 5,
      shape: 'amount',
      meaning: 'points behind the network that do not count yet',
      source: 'a default of this project: below it, chance decides as much as the rota',
    },
  },

  add(draft, problem) {
    const asked = problem.sites.map((site) => askedAt(problem, site.id))
    const all = asked.reduce((sum, a) => sum + a, 0)
    const sites = problem.sites.flatMap((site, k) => {
      const own = asked[k] ?? 0
      return own > 0 ? [{ share: own / all, points: unmetPoints(draft, site.id, own) }] : []
    })
    if (sites.length < 2) return
    const allowance = figure(fairPractices, problem, 'allowance')
    const behind = draft.column(0, Math.max(...sites.map(({ points }) => draft.upper[points] ?? 0)))
    const network = sites.map(({ share, points }): Term => [points, share])
    for (const { points } of sites)
      draft.define([[behind, 1], [points, -1], ...network], -allowance, Number.POSITIVE_INFINITY)
    draft.charge(behind, 1)
  },

  check(rota, problem) {
    const weights = new Map(problem.needs.map((need) => [need.id, need.weight * needLength(need, problem)]))
    const sites = problem.sites.map(({ id }) => ({ site: id, asked: 0, unmet: 0 }))
    const bySite = new Map(sites.map((figures) => [figures.site, figures]))
    for (const rows of [problem.waiting, problem.arrivals])
      for (const { site, need, contacts } of rows) {
        const own = bySite.get(site)
        if (own === undefined) continue
        own.asked += contacts * (weights.get(need) ?? 0)
        own.unmet += contacts * (weights.get(need) ?? 0)
      }
    const back = weights.get(problem.needs.find((need) => need.followUp)?.id ?? '') ?? 0
    const last = problem.horizon.sessions.length - 1
    for (const { patientsOf, need, cadre, session, contacts } of rota.clinics) {
      const own = bySite.get(patientsOf)
      if (own === undefined) continue
      own.unmet -= contacts * (weights.get(need) ?? 0)
      // A contact that returns does so in the next session; from the last session, in the following week.
      if (session < last) own.unmet += contacts * back * (problem.cadreById.get(cadre)?.meets.get(need)?.returns ?? 0)
    }
    const asking = sites.filter(({ asked }) => asked > 0)
    const total = asking.reduce((sum, s) => ({ asked: sum.asked + s.asked, unmet: sum.unmet + s.unmet }), {
      asked: 0,
      unmet: 0,
    })
    const [worst] = [...asking].sort((a, b) => b.unmet / b.asked - a.unmet / a.asked)
    if (worst === undefined) return []
    const [own, all] = [(100 * worst.unmet) / worst.asked, (100 * total.unmet) / total.asked]
    const behind = own - all - figure(fairPractices, problem, 'allowance')
    return behind > 1e-6 ? [{ amount: behind, site: worst.site, figures: { own, all } }] : []
  },

  say(breach, problem) {
    const { own = 0, all = 0 } = breach.figures ?? {}
    return `${siteName(breach.site, problem)} is served worst: ${own.toFixed(1)}% of its need is not met, against ${all.toFixed(1)}% in the whole network.`
  },
}

/** Weighted contacts that arrive at a practice or wait for it, without returns. */
function askedAt(problem: Problem, site: string): number {
  const weigh = (id: string) => {
    const need = problem.needById.get(id)
    return need === undefined ? 0 : need.weight * needLength(need, problem)
  }
  return [...problem.arrivals, ...problem.waiting]
    .filter((a) => a.site === site)
    .reduce((sum, a) => sum + a.contacts * weigh(a.need), 0)
}

/** Column: a practice's unmet need as a percentage of `asked`. */
function unmetPoints(draft: Draft, site: string, asked: number): Term[0] {
  const { problem } = draft
  const flow = draft.flow()
  const { sessions } = problem.horizon
  const last = sessions.at(-1)?.day ?? 0
  const unmet: Term[] = []
  let arrived = 0
  for (const need of problem.needs) {
    const weight = need.weight * needLength(need, problem)
    if (need.withinDays > 0) {
      unmet.push([flow.waiting(need.id, site, last), weight])
      continue
    }
    for (const { index } of sessions) {
      arrived += weight * arrivedIn(problem, need.id, site, index)
      unmet.push(...flow.takenFrom(need.id, site, index).map((t): Term => [t.column, -weight]))
      const back = need.followUp ? flow.returnsOf(site, index - 1) : []
      unmet.push(...back.map(([column, share]): Term => [column, share * weight]))
    }
  }
  const most = unmet.reduce((sum, [column, c]) => sum + Math.max(0, c * (draft.upper[column] ?? 0)), arrived)
  const points = draft.column(0, (100 * most) / asked)
  draft.define([[points, asked / 100], ...unmet.map(([column, c]): Term => [column, -c])], arrived)
  return points
}
