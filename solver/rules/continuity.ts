/**
 * Patients find their own GP, at their own practice, on the usual days.
 * For each GP and session with patients: at another site than the usual practice = 0. For each half day in which a GP is free both this
 * week and the week before: session with patients this week − the same in the week before ≤ 0.
 */

import type { Problem } from '../../src/problem.ts'
import { meetsNeeds } from '../../src/rota.ts'
import { personName, siteName, when } from '../../src/wording/names.ts'
import { setting } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const continuity: Rule = {
  id: 'continuity',
  title: 'Patients find their own GP, at their own practice, on the usual days.',
  level: 'wellbeing',
  why: 'Knowing one’s doctor is worth a lot to those with long illnesses, and a team works better with people it knows.',
  unit: 'sessions',
  weight: 0.25,
  assumes: ['one-place'],
  numbers: {
    roles: {
      default: null,
      shape: 'roles',
      meaning: 'roles whose people patients wish to see again; where not set, those that may hold the duty',
      source: 'a default of this project: patients ask for their doctor first',
    },
    otherDay: {
      default: 0.4,
      shape: 'share',
      meaning: 'what a half day that was not worked the week before counts, against a session at another practice',
      source: 'a default of this project',
    },
  },

  add(draft, problem) {
    const otherDay = setting(continuity, problem, 'otherDay') as number
    for (const person of problem.people.filter((p) => isKnown(p.role, problem))) {
      for (const p of draft.of(person.id)) {
        if (meetsNeeds(p.work) && p.site !== person.home && draft.allowed(p)) draft.charge(p.column, 1)
      }
      const free = problem.availability.get(person.id)?.free
      for (const now of problem.horizon.sessions) {
        const then = problem.horizon.sessions.find((s) => s.day === now.day - 7 && s.part === now.part)
        if (then === undefined || !free?.[now.index] || !free[then.index]) continue
        const [here, before] = [now, then].map((s) =>
          draft.inSession(person.id, s.index).filter((p) => meetsNeeds(p.work)),
        )
        const terms = (here ?? []).map((p): Term => [p.column, 1])
        draft.atMost([...terms, ...(before ?? []).map((p): Term => [p.column, -1])], 0, otherDay)
      }
    }
  },

  check(rota, problem) {
    const work = rota.assignments.filter((a) => {
      const role = problem.personById.get(a.person)?.role
      return role !== undefined && isKnown(role, problem) && meetsNeeds(a.work)
    })
    const elsewhere = work
      .filter((a) => problem.personById.get(a.person)?.home !== a.site)
      .map((a) => ({ amount: 1, people: [a.person], session: a.session, site: a.site }))
    const weight = setting(continuity, problem, 'otherDay') as number
    const otherDays = work.flatMap((a) => {
      const now = problem.horizon.sessions[a.session]
      const then = problem.horizon.sessions.find(
        (s) => s.week + 1 === now?.week && s.weekday === now.weekday && s.part === now.part,
      )
      const free = problem.availability.get(a.person)?.free
      if (then === undefined || !free?.at(a.session) || !free.at(then.index)) return []
      const did = work.some((b) => b.person === a.person && b.session === then.index)
      return did || weight === 0 ? [] : [{ amount: 1, weight, people: [a.person], session: a.session }]
    })
    return [...elsewhere, ...otherDays]
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return breach.site === undefined
      ? `${who} sees patients on ${when(breach, problem)}, and did not at that time the week before.`
      : `${who} sees patients at ${siteName(breach.site, problem)} on ${when(breach, problem)}, away from the usual practice.`
  },
}

function isKnown(role: string, problem: Problem): boolean {
  const roles = setting(continuity, problem, 'roles') as readonly string[] | null
  return roles?.includes(role) ?? problem.roleById.get(role)?.duty === true
}
