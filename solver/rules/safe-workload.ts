/**
 * Nobody is booked for more contacts than is safe.
 * For each cadre, site, session and work: contacts ≤ people · safe contacts of the session (half of the day's, less in a
 * short session). For each person and day: Σ safe contacts of the sessions worked ≤ safe contacts of a day.
 */
import { grouped } from '../../src/grouped.ts'
import { meetsNeeds } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import type { Term } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { count, lowerFirst, personName, roleTitle, siteName, when } from '../words.ts'

export const safeWorkload: Rule = {
  id: 'safe-workload',
  title: 'Nobody is booked for more contacts than is safe.',
  level: 'safety',
  why: 'The British Medical Association calls 25 contacts a day the most that is safe for a GP; other roles have caps of their own.',
  unit: 'contacts',
  weight: 0.1,
  assumes: ['one-place', 'clinic-time'],

  add(draft, problem) {
    for (const { cadre, met, people, session, work } of draft.flow.posts) {
      const role = problem.roleById.get(cadre.role)
      if (role === undefined || role.maxContactsPerDay === null || met.length === 0) continue
      const safe = safeContacts(role, session)
      const quickest = Math.min(...met.map((m) => m.minutes))
      // Where even the quickest contacts fill the minutes before the safe number is reached, clinic-time says it already.
      if (
        (role.patientMinutes * Math.min(1, session.minutes / role.sessionMinutes)) / quickest <= safe &&
        work !== 'duty'
      )
        continue
      draft.atMost([...met.map((m): Term => [m.column, 1]), [people, -safe]], 0)
    }
    for (const person of problem.people) {
      const role = problem.roleById.get(person.role)
      if (role === undefined || role.maxContactsPerDay === null) continue
      for (const day of new Set(problem.horizon.sessions.map((s) => s.day))) {
        const sessions = problem.horizon.sessions.filter((s) => s.day === day)
        const booked = sessions.flatMap((s) =>
          draft
            .inSession(person.id, s.index)
            .filter((p) => meetsNeeds(p.work))
            .map((p): Term => [p.column, safeContacts(role, s)]),
        )
        if (sessions.length > 2) draft.atMost(booked, role.maxContactsPerDay)
      }
    }
  },

  check(rota, problem) {
    const clinics = grouped(rota.clinics, (c) => `${c.cadre} ${c.site} ${c.session} ${c.work}`)
    const sessions = clinics.flatMap((group) => {
      const [first] = group
      const role = problem.roleById.get(problem.cadreById.get(first?.cadre ?? '')?.role ?? '')
      const session = problem.horizon.sessions[first?.session ?? -1]
      if (first === undefined || session === undefined || role?.maxContactsPerDay == null) return []
      const people = rota.assignments.filter(
        (a) =>
          a.session === session.index &&
          a.site === first.site &&
          a.work === first.work &&
          problem.personById.get(a.person)?.cadre === first.cadre,
      )
      const perDay = role.maxContactsPerDay
      const safe = people.length * (perDay / 2) * Math.min(1, session.minutes / role.sessionMinutes)
      const over = group.reduce((sum, c) => sum + c.contacts, 0) - safe
      return over > 1e-6 ? [{ amount: over, site: first.site, session: session.index, role: role.id }] : []
    })
    const days = grouped(rota.assignments, (a) => `${a.person} ${problem.horizon.sessions[a.session]?.day}`)
    return [
      ...sessions,
      ...days.flatMap((worked) => {
        const person = problem.personById.get(worked[0]?.person ?? '')
        const role = problem.roleById.get(person?.role ?? '')
        if (person === undefined || role?.maxContactsPerDay == null) return []
        let booked = 0
        for (const a of worked) {
          const minutes = problem.horizon.sessions[a.session]?.minutes ?? 0
          if (meetsNeeds(a.work)) booked += (role.maxContactsPerDay * Math.min(1, minutes / role.sessionMinutes)) / 2
        }
        const over = booked - role.maxContactsPerDay
        const day = problem.horizon.sessions[worked[0]?.session ?? 0]?.day ?? 0
        return over > 1e-6 ? [{ amount: over, people: [person.id], day }] : []
      }),
    ]
  },

  say(breach, problem) {
    const over = count(breach.amount, 'contact')
    if (breach.people !== undefined)
      return `${personName(breach.people[0], problem)} is booked for ${over} more than is safe on ${when(breach, problem)}.`
    return `${when(breach, problem)}: the ${lowerFirst(roleTitle(breach.role, problem))} clinic at ${siteName(breach.site, problem)} holds ${over} more than is safe.`
  },
}

function safeContacts(role: Role, session: Session): number {
  return ((role.maxContactsPerDay ?? 0) / 2) * Math.min(1, session.minutes / role.sessionMinutes)
}
