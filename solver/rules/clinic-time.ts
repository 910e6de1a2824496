/**
 * A clinic holds no more contacts than its people have minutes for.
 * For each cadre, site, session and kind of work: Σ minutes · contacts ≤ people · patient-facing minutes; and face-to-face contacts ≤ the
 * minutes of people with a room (visits and telephone contacts need none). Counted in sessions, which keeps coefficients near 1.
 */
import { grouped } from '../../src/grouped.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Clinic } from '../../src/rota.ts'
import { count, lowerFirst, roleTitle, siteName, when } from '../../src/wording/names.ts'
import { timeShare } from '../facts/time-share.ts'
import type { Post } from '../model/contact-flow.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const clinicTime: Rule = {
  id: 'clinic-time',
  title: 'A clinic holds no more contacts than its people have minutes for.',
  level: 'never',
  why: 'Minutes cannot be spent twice.',
  unit: 'sessions',

  add(draft, problem) {
    for (const { met, taken } of draft.flow().pools) {
      draft.define([...met.map((m): Term => [m.column, 1]), ...taken.map((t): Term => [t.column, -1])], 0)
    }
    for (const post of draft.flow().posts) {
      const role = problem.roleById.get(post.cadre.role)
      if (role === undefined || post.met.length === 0) continue
      const share = timeShare(role, post.session, post.work)
      const people: Term[] = [[post.people, -share]]
      draft.atMost([...minutes(post, role.patientMinutes, () => 1), ...people], 0)
      const remote = post.work === 'clinic' ? draft.remote(post.cadre.id, post.site, post.session.index) : undefined
      if (remote === undefined) continue
      const inRooms = (id: string) => {
        const need = problem.needById.get(id)
        return need === undefined || need.visit ? 0 : 1 - need.remote
      }
      draft.atMost([...minutes(post, role.patientMinutes, inRooms), ...people, [remote, share]], 0)
    }
  },

  check(rota, problem) {
    const groups = grouped(rota.clinics, (c) => `${c.cadre} ${c.site} ${c.session} ${c.work}`)
    return groups.flatMap((clinics) => {
      const [first] = clinics
      if (first === undefined) return []
      const role = problem.roleById.get(problem.cadreById.get(first.cadre)?.role ?? '')
      const there = rota.assignments.filter(
        (a) =>
          a.session === first.session &&
          a.site === first.site &&
          a.work === first.work &&
          problem.personById.get(a.person)?.cadre === first.cadre,
      )
      const length = Math.min(1, (problem.horizon.sessions[first.session]?.minutes ?? 0) / (role?.sessionMinutes ?? 1))
      const each = length * PATIENT_SHARE[first.work]
      const all = used(clinics, problem, () => 1) - each * there.length
      const away = problem.needs.map(({ id, visit, remote }): [string, number] => [id, visit ? 1 : remote])
      const outside = new Map(away)
      const faceToFace = used(clinics, problem, (need) => 1 - (outside.get(need) ?? 0))
      const inRooms = there.some((a) => a.remote) ? faceToFace - each * there.filter((a) => !a.remote).length : 0
      const place = { site: first.site, session: first.session, role: role?.id ?? first.cadre }
      const figuresOf = (over: number) => ({
        minutes: over * (role?.patientMinutes ?? 0),
        duty: first.work === 'duty' ? 1 : 0,
      })
      return [all, inRooms]
        .filter((over) => over > 1e-6)
        .map((over) => ({ amount: over, ...place, figures: figuresOf(over) }))
    })
  },

  say(breach, problem) {
    const { minutes = 0, duty = 0 } = breach.figures ?? {}
    const role = lowerFirst(roleTitle(breach.role, problem))
    const what = duty === 1 ? `${role}’s duty session` : `${role} clinic`
    return `${when(breach, problem)}: the ${what} at ${siteName(breach.site, problem)} is overbooked by ${count(minutes, 'minute')}.`
  },
}

function minutes(post: Post, patientMinutes: number, share: (need: string) => number): Term[] {
  return post.met.map((m): Term => [m.column, (m.minutes / patientMinutes) * share(m.need)]).filter(([, c]) => c > 0)
}

/** Sessions filled by the planned contacts, clinic by clinic. */
function used(clinics: readonly Clinic[], problem: Problem, share: (need: string) => number): number {
  return clinics.reduce((sum, c) => {
    const cadre = problem.cadreById.get(c.cadre)
    const whole = problem.roleById.get(cadre?.role ?? '')?.patientMinutes ?? 1
    return sum + ((cadre?.meets.get(c.need)?.minutes ?? whole) * c.contacts * share(c.need)) / whole
  }, 0)
}
