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
import { timeShare } from '../service.ts'
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
      if (role === undefined || role.maxContactsPerDay === null) continue
      const safe = safeContacts(role, session)
      const quickest = Math.min(...met.map((m) => m.minutes))
      // Where even the quickest contacts fill the minutes before the safe number is reached, clinic-time says it already.
      if ((role.patientMinutes * timeShare(role, session, work)) / quickest <= safe) continue
      draft.atMost([...met.map((m): Term => [m.column, 1]), [people, -safe]], 0)
    }
    for (const person of problem.people) {
      const role = problem.roleById.get(person.role)
      if (role === undefined || role.maxContactsPerDay === null) continue
      const withPatients = draft.of(person.id).filter((p) => meetsNeeds(p.work) && draft.allowed(p))
      for (const day of grouped(withPatients, (p) => String(problem.horizon.sessions[p.session]?.day))) {
        // Two sessions of a day are safe together, since each is safe.
        if (new Set(day.map((p) => p.session)).size < 3) continue
        const booked = day.map((p): Term => [p.column, safeContacts(role, problem.horizon.sessions[p.session])])
        draft.atMost(booked, role.maxContactsPerDay)
      }
    }
  },

  check(rota, problem) {
    const roleOf = (cadre: string | undefined) => problem.roleById.get(problem.cadreById.get(cadre ?? '')?.role ?? '')
    const inClinics = grouped(rota.clinics, (c) => `${c.cadre} ${c.site} ${c.session} ${c.work}`).flatMap((group) => {
      const [first] = group
      const role = roleOf(first?.cadre)
      const minutes = problem.horizon.sessions[first?.session ?? -1]?.minutes ?? 0
      if (first === undefined || role?.maxContactsPerDay == null) return []
      const there = rota.assignments.filter(
        (a) => a.session === first.session && a.site === first.site && a.work === first.work,
      )
      const people = there.filter((a) => problem.personById.get(a.person)?.cadre === first.cadre).length
      const safe = people * (role.maxContactsPerDay / 2) * Math.min(1, minutes / role.sessionMinutes)
      const over = group.reduce((sum, c) => sum + c.contacts, 0) - safe
      return over > 1e-6 ? [{ amount: over, site: first.site, session: first.session, role: role.id }] : []
    })
    const work = rota.assignments.filter((a) => meetsNeeds(a.work))
    const inDays = grouped(work, (a) => `${a.person} ${problem.horizon.sessions[a.session]?.day}`).flatMap((day) => {
      const [first] = day
      const role = roleOf(problem.personById.get(first?.person ?? '')?.cadre)
      const session = problem.horizon.sessions[first?.session ?? -1]
      if (first === undefined || session === undefined || role?.maxContactsPerDay == null) return []
      const most = role.maxContactsPerDay
      const lengths = day.map((a) => (problem.horizon.sessions[a.session]?.minutes ?? 0) / role.sessionMinutes)
      const over = lengths.reduce((sum, length) => sum + (most * Math.min(1, length)) / 2, 0) - most
      return over > 1e-6 ? [{ amount: over, people: [first.person], day: session.day }] : []
    })
    return [...inClinics, ...inDays]
  },

  say(breach, problem) {
    const over = count(breach.amount, 'contact')
    if (breach.people !== undefined)
      return `${personName(breach.people[0], problem)} is booked for ${over} more than is safe on ${when(breach, problem)}.`
    return `${when(breach, problem)}: the ${lowerFirst(roleTitle(breach.role, problem))} clinic at ${siteName(breach.site, problem)} holds ${over} more than is safe.`
  },
}

function safeContacts(role: Role, session: Session | undefined): number {
  return ((role.maxContactsPerDay ?? 0) / 2) * Math.min(1, (session?.minutes ?? 0) / role.sessionMinutes)
}
