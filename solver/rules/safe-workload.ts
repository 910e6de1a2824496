/**
 * Nobody is booked for more contacts than is safe.
 * A contact counts one at the usual length, and less or more as it is shorter or longer: `least` + (1 − `least`) · its minutes ÷ the usual
 * minutes. For each cadre and day, the contacts booked at each site, in each session and kind of work are shared out among the people
 * there: nobody takes more in a session than half of a safe day (less in a short session), nor more in a day than is safe. Contacts that
 * cannot be shared out in this way ≤ 0.
 */

import type { Breach } from '../../src/breach.ts'
import { grouped } from '../../src/grouped.ts'
import { WORKLOADS } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Clinic, Rota } from '../../src/rota.ts'
import type { Cadre, Role } from '../../src/staff.ts'
import { count, lowerFirst, peopleNames, roleTitle, siteName, when } from '../../src/wording/names.ts'
import { LEAST, type SafeContacts, safeContacts } from '../facts/safe-contacts.ts'
import { type Load, leftOver } from '../facts/shared-out.ts'
import type { Rule } from './rule.ts'
import { holdSafeDay } from './safe-workload-rows.ts'

const PRESETS = Object.entries(WORKLOADS).map(
  ([name, { contacts, minutes }]) => `${name}: ${contacts} of ${minutes} min`,
)

export const safeWorkload: Rule = {
  id: 'safe-workload',
  title: 'Nobody is booked for more contacts than is safe.',
  level: 'safety',
  why: 'The British Medical Association recommends no more than 25 contacts of 15 minutes a day for a GP: a recommendation, no law; GPs in England average 25.8.',
  unit: 'contacts',
  weight: 0.1,
  assumes: ['one-place', 'clinic-time'],
  numbers: {
    preset: {
      default: 'AS_WORKED',
      shape: 'workload',
      meaning: `what is safe for roles that may hold the duty (${PRESETS.join('; ')}); once chosen, before what the role says`,
      source:
        'BMA, Safe working in general practice (2024), a recommendation; NHS England, Appointments in General Practice (2025): 25.8 a GP and day',
    },
    contacts: {
      default: null,
      shape: 'amount-by-role',
      meaning: 'safe contacts in a day of two sessions, before any preset and what the role says',
      source: 'the network',
    },
    minutes: {
      default: null,
      shape: 'amount-by-role',
      meaning:
        'minutes of a contact that counts one; otherwise those of the preset, or the middle length of what the role meets',
      source: 'the network',
    },
    least: {
      default: LEAST,
      shape: 'share',
      meaning: 'what even the shortest contact counts: 1 counts heads, 0 counts minutes alone',
      source:
        'an assumption of this project (docs/decisions/0079): each contact brings a decision and a note, however short',
    },
  },

  add(draft, problem) {
    for (const posts of grouped(draft.flow().posts, (post) => `${post.cadre.id} ${post.session.day}`)) {
      const role = problem.roleById.get(posts[0]?.cadre.role ?? '')
      const safe = role && safeContacts(role, problem)
      if (role && safe) holdSafeDay(draft, posts, { role, safe })
    }
  },

  check(rota, problem) {
    const days = grouped(rota.clinics, (c) => `${c.cadre} ${problem.horizon.sessions[c.session]?.day}`)
    return days.flatMap((clinics) => {
      const [first] = clinics
      const cadre = problem.cadreById.get(first?.cadre ?? '')
      const role = problem.roleById.get(cadre?.role ?? '')
      const safe = role && safeContacts(role, problem)
      if (first === undefined || cadre === undefined || role === undefined || !safe) return []
      const booked = grouped(clinics, (c) => `${c.site} ${c.session} ${c.work}`).map((own) =>
        bookedIn(own, { cadre, role, safe }, { rota, problem }),
      )
      const figures = { minutes: safe.minutes }
      const left = leftOver(booked, safe.contacts)
      // The excess over single sessions; the rest exceeds somebody's day.
      const inClinics = booked.map(({ amount, each, people }) => Math.max(0, amount - each * people.length))
      const ofDay = left.reduce((sum, over, k) => sum + over - (inClinics[k] ?? 0), 0)
      const day = problem.horizon.sessions[first.session]?.day ?? 0
      return [
        ...booked.flatMap(({ site, session }, k): Breach[] => {
          const amount = inClinics[k] ?? 0
          return amount > 1e-6 ? [{ amount, site, session, role: role.id, figures }] : []
        }),
        ...(ofDay > 1e-6 ? [{ amount: ofDay, people: tired(booked, safe.contacts), day, figures }] : []),
      ]
    })
  },

  say(breach, problem) {
    const { minutes = 0 } = breach.figures ?? {}
    const over = `${count(breach.amount, 'contact')} of ${count(minutes, 'minute')} more than is safe`
    if (breach.people !== undefined) {
      const who = peopleNames(breach.people, problem)
      return `${who} ${breach.people.length > 1 ? 'together are' : 'is'} booked for ${over} on ${when(breach, problem)}.`
    }
    return `${when(breach, problem)}: the ${lowerFirst(roleTitle(breach.role, problem))} clinic at ${siteName(breach.site, problem)} holds ${over}.`
  },
}

/** Contacts booked at one site in one session and kind of work, counted in contacts of the usual length, and the people there. */
interface Booked extends Load {
  readonly site: string
  readonly session: number
}

function bookedIn(
  clinics: readonly Clinic[],
  { cadre, role, safe }: { cadre: Cadre; role: Role; safe: SafeContacts },
  { rota, problem }: { rota: Rota; problem: Problem },
): Booked {
  const { site = '', session = -1, work } = clinics[0] ?? {}
  const there = rota.assignments.filter((a) => a.session === session && a.site === site && a.work === work)
  const length = (problem.horizon.sessions[session]?.minutes ?? 0) / role.sessionMinutes
  const amount = clinics.reduce((sum, c) => {
    const longer = (cadre.meets.get(c.need)?.minutes ?? safe.minutes) / safe.minutes - 1
    return sum + c.contacts * (1 + longer * (1 - safe.least))
  }, 0)
  return {
    site,
    session,
    amount,
    each: Math.min(1, length) * (safe.contacts / 2),
    people: there.filter((a) => cadre.people.includes(a.person)).map((a) => a.person),
  }
}

/** People with more sessions than a safe day has. */
function tired(booked: readonly Booked[], contacts: number): string[] {
  const people = [...new Set(booked.flatMap((one) => one.people))]
  return people.filter(
    (id) => booked.reduce((sum, one) => sum + (one.people.includes(id) ? one.each : 0), 0) > contacts + 1e-6,
  )
}
