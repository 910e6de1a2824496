/** The sixteen roles of a network's team: what each may meet, in how many minutes, and what it costs. */
import type { RoleDocument } from '../rota-document.ts'

type Meets = Record<string, { minutes: number; returns: number }>

/**
 * Minutes with patients are the part of a session of 250 that is not paperwork, and minutes a contact are set with them
 * so that a session holds about as many contacts as such sessions do (national appointments over national staff). Costs are the reimbursement caps
 * of 2025/26 over 396 sessions a year; practices pay about the same for their own.
 */
export const ROLES: readonly RoleDocument[] = [
  {
    ...role('gp', 'GP', 'core', [180, 267, 25]),
    meets: meets(0, {
      urgent: 12,
      'minor-illness': 10,
      triage: 7,
      routine: 15,
      msk: 14,
      'mental-health': 18,
      medication: 14,
      social: 15,
      visits: 35,
    }),
    duty: true,
  },
  {
    ...role('arrs-gp', 'GP employed by the network', 'arrs', [180, 267, 25]),
    meets: meets(0, {
      urgent: 13,
      'minor-illness': 11,
      triage: 8,
      routine: 15,
      msk: 15,
      'mental-health': 18,
      medication: 15,
      social: 15,
      visits: 35,
    }),
    duty: true,
  },
  {
    // In training: longer appointments, and a named GP at the same site to debrief with.
    ...role('gp-registrar', 'GP registrar', 'core', [188, 150, 24]),
    meets: meets(0.05, { urgent: 16, 'minor-illness': 15, routine: 18 }),
    supervision: { minutes: 30, by: ['gp'], where: 'site' },
  },
  {
    ...role('anp', 'Advanced nurse practitioner', 'core', [180, 185, 28]),
    meets: meets(0.08, { urgent: 15, 'minor-illness': 13, triage: 9, visits: 35 }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('practice-nurse', 'Practice nurse', 'core', [200, 135, 24]),
    meets: meets(0.05, { 'long-term': 25, 'treatment-room': 15, screening: 20 }),
  },
  {
    ...role('hca', 'Healthcare assistant', 'core', [205, 81, 38]),
    meets: meets(0.02, { 'treatment-room': 12 }),
  },
  {
    ...role('nursing-associate', 'Nursing associate', 'arrs', [200, 91, 26]),
    meets: meets(0.02, { 'treatment-room': 15, 'long-term': 25 }),
  },
  {
    ...role('pharmacist', 'Clinical pharmacist', 'arrs', [137, 169, 20]),
    meets: meets(0.1, { medication: 28, 'long-term': 26, 'minor-illness': 18 }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('pharmacy-technician', 'Pharmacy technician', 'arrs', [88, 109, 20]),
    meets: meets(0.05, { medication: 25 }),
  },
  {
    ...role('physio', 'First contact physiotherapist', 'arrs', [165, 169, 20]),
    meets: meets(0.05, { msk: 20 }),
    supervision: overTheTelephone(5),
    maxSites: 3,
  },
  {
    ...role('paramedic', 'Paramedic', 'arrs', [175, 164, 24]),
    meets: meets(0.15, { urgent: 17, 'minor-illness': 15, visits: 40 }),
    supervision: overTheTelephone(10),
  },
  {
    // Minor illness of adults by protocol alone: nobody whose trouble is not yet sorted (Leng review, July 2025).
    ...role('physician-associate', 'Physician associate', 'arrs', [160, 164, 20]),
    meets: meets(0.2, { 'minor-illness': 20 }),
    supervision: { minutes: 20, by: ['gp'], where: 'site' },
  },
  {
    ...role('social-prescriber', 'Social prescribing link worker', 'arrs', [126, 109, 10]),
    meets: { ...meets(0.1, { social: 40 }), ...meets(0.3, { 'mental-health': 40 }) },
  },
  {
    ...role('care-coordinator', 'Care coordinator', 'arrs', [100, 91, 16]),
    meets: meets(0.05, { social: 32, coaching: 30 }),
  },
  {
    ...role('wellbeing-coach', 'Health and wellbeing coach', 'arrs', [138, 109, 12]),
    meets: meets(0.05, { coaching: 36 }),
  },
  {
    ...role('mental-health', 'Mental health practitioner', 'arrs', [155, 169, 14]),
    meets: meets(0.1, { 'mental-health': 30 }),
    supervision: overTheTelephone(5),
  },
]

/** `[minutes with patients, cost, contacts a day]` of a session of 250 minutes; at most two sites a week. */
function role(
  id: string,
  title: string,
  funding: string,
  [patientMinutes, costPerSession, maxContactsPerDay]: readonly [number, number, number],
) {
  return { id, title, sessionMinutes: 250, patientMinutes, costPerSession, maxContactsPerDay, maxSites: 2, funding }
}

function meets(returns: number, minutes: Readonly<Record<string, number>>): Meets {
  return Object.fromEntries(Object.entries(minutes).map(([need, m]) => [need, { minutes: m, returns }]))
}

function overTheTelephone(minutes: number) {
  return { minutes, by: ['gp'], where: 'network' as const }
}
