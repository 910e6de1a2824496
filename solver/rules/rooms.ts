/**
 * No more people see patients at a site than it has rooms.
 * For each site and session: people in clinics and on duty − people working by telephone and video ≤ rooms.
 */
import type { Problem } from '../../src/problem.ts'
import { count, siteName, when } from '../../src/wording/names.ts'
import { maximaOf } from '../facts/maximum-cover.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const rooms: Rule = {
  id: 'rooms',
  title: 'No more people see patients at a site than it has rooms.',
  level: 'never',
  why: 'A room holds one consultation at a time; seven in ten networks say that they lack space.',
  unit: 'rooms',
  assumes: ['one-place'],

  add(draft, problem) {
    // Telephone work is planned only where it could help: where rooms may be short, or where it does not count towards a maximum.
    const maxima = new Set(maximaOf(problem).map(({ site, session }) => `${session} ${site}`))
    for (const site of problem.sites) {
      for (const session of problem.horizon.sessions) {
        const inRooms = draft
          .at(site.id, session.index)
          .filter((p) => draft.allowed(p) && (p.work === 'clinic' || p.work === 'duty'))
        const couldBeShort = new Set(inRooms.map((p) => p.person)).size > site.rooms
        if (!couldBeShort && !maxima.has(`${session.index} ${site.id}`)) continue
        const remote = openTelephones(draft, problem, inRooms)
        if (couldBeShort) draft.atMost([...inRooms.map((p): Term => [p.column, 1]), ...remote], site.rooms)
      }
    }
  },

  check(rota, problem) {
    const used = new Map<string, number>()
    for (const a of rota.assignments) {
      if (a.remote || (a.work !== 'clinic' && a.work !== 'duty')) continue
      const key = `${a.session} ${a.site}`
      used.set(key, (used.get(key) ?? 0) + 1)
    }
    return [...used].flatMap(([key, people]) => {
      const session = Number.parseInt(key, 10)
      const site = key.slice(key.indexOf(' ') + 1)
      const over = people - (problem.siteById.get(site)?.rooms ?? 0)
      return over > 0 ? [{ amount: over, site, session, figures: { people } }] : []
    })
  },

  say(breach, problem) {
    const people = breach.figures?.people ?? 0
    return `${when(breach, problem)}: ${siteName(breach.site, problem)} has ${count(people - breach.amount, 'room')} for ${people} people who see patients there.`
  },
}

/** Lets people of each cadre hold clinics by telephone at a site in a session; returns terms for the rooms that this frees. */
function openTelephones(draft: Draft, problem: Problem, inRooms: readonly Placement[]): Term[] {
  return problem.cadres.flatMap((cadre): Term[] => {
    const clinic = inRooms.filter((p) => p.cadre === cadre.id && p.work === 'clinic')
    const [first] = clinic
    const byTelephone = problem.needs.some((need) => need.remote > 0 && !need.visit && cadre.meets.has(need.id))
    if (first === undefined || !byTelephone) return []
    const column = draft.openRemote(cadre.id, first.site, first.session, clinic.length)
    // Only people who hold a clinic can hold it by telephone, so the count is limited even if no row asks for it.
    draft.define([...clinic.map((p): Term => [p.column, 1]), [column, -1]], 0, clinic.length)
    return [[column, -1]]
  })
}
