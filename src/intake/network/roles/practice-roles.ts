/**
 * People whom practices employ, train or book. Patient-facing minutes exclude paperwork (180 of 250 in the British Medical Association's
 * safe working guidance). Minutes per contact are set so that a session holds about as many contacts as in practice: 12.9 for a GP (25.8
 * appointments a day, 2025).
 */
import type { RoleDocument } from '../../rota-document.ts'
import { inTheBuilding, meets, overTheTelephone, role } from './role.ts'

const GP = { patientMinutes: 180, contactsADay: 28 }

/** A GP who knows the patients. Other roles look after carers and people coming home from hospital. */
const GP_NEEDS = meets(0, {
  urgent: 12,
  'minor-illness': 11,
  triage: 8,
  'urgent-visits': 40,
  routine: 16,
  msk: 15,
  'mental-health': 20,
  medication: 20,
  frailty: 30,
  social: 25,
  visits: 40,
})

export const PRACTICE_ROLES: readonly RoleDocument[] = [
  { ...role('gp-partner', 'GP partner', 'core', GP), meets: GP_NEEDS, duty: true },
  { ...role('salaried-gp', 'Salaried GP', 'core', GP), meets: GP_NEEDS, duty: true },
  {
    // Booked for clinics. Doesn't know the patients or local contacts, so has longer contacts and does no triage or practical help.
    ...role('locum-gp', 'Locum GP', 'locum', GP),
    meets: meets(0, { urgent: 13, 'minor-illness': 12, routine: 16, msk: 16 }),
    duty: true,
  },
  {
    // In training: longer appointments, and debriefs with a GP at the same site.
    ...role('gp-registrar', 'GP registrar', 'training', { patientMinutes: 180, contactsADay: 24 }),
    meets: meets(0.05, { urgent: 16, 'minor-illness': 15, routine: 18, msk: 18 }),
    supervision: inTheBuilding(30),
  },
  {
    ...role('anp', 'Advanced nurse practitioner', 'core', { patientMinutes: 180, contactsADay: 28 }),
    meets: meets(0.08, {
      urgent: 15,
      'minor-illness': 13,
      triage: 9,
      'urgent-visits': 40,
      routine: 16,
      msk: 16,
      frailty: 30,
      visits: 40,
    }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('practice-nurse', 'Practice nurse', 'core', { patientMinutes: 185, contactsADay: 28 }),
    meets: meets(0.05, { 'long-term': 20, 'treatment-room': 14, screening: 15 }),
  },
  {
    ...role('hca', 'Healthcare assistant', 'core', { patientMinutes: 185, contactsADay: 34 }),
    meets: meets(0.02, { 'treatment-room': 15 }),
  },
  {
    ...role('phlebotomist', 'Phlebotomist', 'core', { patientMinutes: 205, contactsADay: 44 }),
    meets: meets(0.02, { 'treatment-room': 11 }),
  },
  {
    ...role('practice-pharmacist', 'Practice pharmacist', 'core', { patientMinutes: 165, contactsADay: 20 }),
    meets: meets(0.1, { medication: 26, 'long-term': 24, 'minor-illness': 18, discharge: 25 }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('practice-paramedic', 'Practice paramedic', 'core', { patientMinutes: 175, contactsADay: 24 }),
    meets: meets(0.15, { urgent: 17, 'minor-illness': 15, 'urgent-visits': 40, frailty: 35, visits: 40 }),
    supervision: overTheTelephone(10),
  },
]

/** Needs that the network's own GPs can meet: the same, in slightly more time, because they see patients of several practices. */
export const NETWORK_GP_NEEDS = meets(0, {
  urgent: 13,
  'minor-illness': 12,
  triage: 9,
  'urgent-visits': 40,
  routine: 16,
  msk: 16,
  'mental-health': 20,
  medication: 20,
  visits: 40,
})
