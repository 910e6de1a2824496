/**
 * Every site has a duty doctor in each core session.
 * For each core session and each site open in it (or group of sites that share a duty doctor): Σ duty ≥ 1.
 */
import type { Problem } from '../../src/problem.ts'
import { siteName, when } from '../../src/wording/names.ts'
import { setting } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const dutyDoctor: Rule = {
  id: 'duty-doctor',
  title: 'Every site has a duty doctor in each core session.',
  level: 'safety',
  why: 'Somebody must answer for emergencies, urgent prescriptions and the team.',
  unit: 'sessions',
  numbers: {
    groups: {
      default: [],
      shape: 'site-groups',
      meaning: 'groups of sites that share one duty doctor; a site in no group has its own',
      source: 'one a practice is the usual rule of thumb; hubs share one',
    },
  },

  add(draft, problem) {
    for (const group of dutyGroups(problem)) {
      for (const session of problem.horizon.sessions) {
        if (session.enhancedAccess || !group.some((id) => problem.siteById.get(id)?.open[session.index])) continue
        const onDuty = group.flatMap((id) => draft.at(id, session.index)).filter((p) => p.work === 'duty')
        draft.atLeast(
          onDuty.map((p): Term => [p.column, 1]),
          1,
        )
      }
    }
  },

  check(rota, problem) {
    const groups = dutyGroups(problem)
    return problem.horizon.days.flatMap((date) => {
      const ofDay = problem.horizon.sessions.filter((s) => s.date === date && !s.enhancedAccess)
      return ofDay.flatMap((session) =>
        groups.flatMap((group) => {
          const open = group.filter((id) => problem.siteById.get(id)?.open.at(session.index) === true)
          const held = rota.assignments.some(
            (a) => a.session === session.index && a.work === 'duty' && group.includes(a.site),
          )
          const [site] = open
          return site === undefined || held
            ? []
            : [{ amount: 1, site, session: session.index, figures: { sites: group.length } }]
        }),
      )
    })
  },

  say(breach, problem) {
    const others = (breach.figures?.sites ?? 1) > 1 ? ' and the sites that share with it' : ''
    const have = others === '' ? 'has' : 'have'
    return `${siteName(breach.site, problem)}${others} ${have} no duty doctor on ${when(breach, problem)}.`
  },
}

/** The network's groups, and every other site as a group of its own. */
export function dutyGroups(problem: Problem): string[][] {
  const groups = setting(dutyDoctor, problem, 'groups') as readonly (readonly string[])[]
  const shared = new Set(groups.flat())
  return [...groups.map((g) => [...g]), ...problem.sites.filter((s) => !shared.has(s.id)).map((s) => [s.id])]
}
