/**
 * People do the work they are qualified for, at sites they work at.
 * Duty only by roles that may hold it; clinics and visits only by people who meet such a need; other sites: placements = 0.
 */

import { isMetBy } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, WORKS, type Work } from '../../src/rota.ts'
import { lowerFirst, needTitle, personName, roleTitle, siteName, when } from '../../src/wording/names.ts'
import type { Placement } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const qualified: Rule = {
  id: 'qualified',
  title: 'People do the work they are qualified for, at sites they work at.',
  level: 'never',
  why: 'Who may see which need is a matter of licence and safety; physician associates, for one, see no undifferentiated need since the Leng review of 2025.',
  unit: 'sessions',

  add(draft, problem) {
    for (const placement of draft.placements) if (!fits(placement, problem)) draft.forbid(placement)
  },

  check(rota, problem) {
    const sessions = rota.assignments
      .filter((a) => !mayDo(a, problem))
      .map((a) => {
        const inReach = problem.personById.get(a.person)?.sites.includes(a.site) === true
        const figures: Record<string, number> = inReach ? { work: WORKS.indexOf(a.work) } : {}
        return { amount: 1, people: [a.person], session: a.session, site: a.site, figures }
      })
    const contacts = rota.clinics
      .filter((c) => {
        const need = problem.needById.get(c.need)
        const outOfPlace = (c.work === 'visits' && !need?.visit) || (c.work === 'duty' && need?.withinDays !== 0)
        return outOfPlace || problem.cadreById.get(c.cadre)?.meets.has(c.need) !== true
      })
      .map((c) => ({
        amount: 1,
        session: c.session,
        site: c.site,
        need: c.need,
        figures: { work: WORKS.indexOf(c.work) },
        role: problem.cadreById.get(c.cadre)?.role ?? c.cadre,
      }))
    return [...sessions, ...contacts]
  },

  say(breach, problem) {
    const at = siteName(breach.site, problem)
    const work = WORKS[breach.figures?.work ?? -1]
    if (breach.need !== undefined) {
      const session = `${lowerFirst(roleTitle(breach.role, problem))} ${SESSIONS[work ?? 'clinic'] ?? 'clinic'}`
      return `${when(breach, problem)}: the ${session} at ${at} may not meet "${needTitle(breach.need, problem)}".`
    }
    const who = `${when(breach, problem)}: ${personName(breach.people?.[0], problem)}`
    return work === undefined
      ? `${who} does not work at ${at}.`
      : `${who} ${UNFIT[work] ?? 'may not do this work'} at ${at}.`
  },
}

/** Names of sessions by their work. */
const SESSIONS: Partial<Record<Work, string>> = { duty: 'duty session', visits: 'session of visits' }

const UNFIT: Partial<Record<Work, string>> = {
  duty: 'may not be the duty doctor',
  clinic: 'meets none of the needs',
  visits: 'meets no need that calls for visits',
}

function fits(placement: Placement, problem: Problem): boolean {
  const person = problem.personById.get(placement.person)
  const cadre = problem.cadreById.get(placement.cadre)
  if (person === undefined || cadre === undefined || !person.sites.includes(placement.site)) return false
  const { work } = placement
  if (work === 'duty') return problem.roleById.get(person.role)?.duty === true
  if (work === 'clinic' || work === 'visits')
    return problem.needs.some((need) => cadre.meets.has(need.id) && isMetBy(need, work))
  return true
}

/** The same requirement for `check`, from the person and the role's needs. */
function mayDo(assignment: Assignment, problem: Problem): boolean {
  const person = problem.people.find((p) => p.id === assignment.person)
  if (person === undefined || (person.home !== assignment.site && !person.sites.includes(assignment.site))) return false
  const role = problem.roles.find((r) => r.id === person.role)
  const met = [...(role?.meets.keys() ?? [])].flatMap((id) =>
    problem.needs.filter((n) => n.id === id && (n.skill === null || person.skills.includes(n.skill))),
  )
  switch (assignment.work) {
    case 'duty':
      return role?.duty === true
    case 'visits':
      return met.some((need) => need.visit)
    case 'clinic':
      return met.length > 0
    default:
      return true
  }
}
