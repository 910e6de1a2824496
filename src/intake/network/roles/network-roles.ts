/** People employed by networks under the Additional Roles Reimbursement Scheme: every patient-facing role of 2026/27. */
import type { RoleDocument } from '../../rota-document.ts'
import { NETWORK_GP_NEEDS } from './practice-roles.ts'
import { inTheBuilding, meets, overTheTelephone, role } from './role.ts'

const ADVANCED = { patientMinutes: 180, contactsADay: 28 }
const NURSE = { patientMinutes: 185, contactsADay: 28 }
const THERAPIST = { patientMinutes: 165, contactsADay: 12 }

export const NETWORK_ROLES: readonly RoleDocument[] = [
  {
    // Newly qualified GPs since October 2024, any GP since April 2026.
    ...role('arrs-gp', 'GP employed by the network', 'arrs', { patientMinutes: 180, contactsADay: 28 }),
    meets: NETWORK_GP_NEEDS,
    duty: true,
  },
  {
    ...role('advanced-practitioner', 'Advanced practitioner of the network', 'arrs', ADVANCED),
    meets: meets(0.08, { urgent: 15, 'minor-illness': 13, triage: 9, 'urgent-visits': 40, frailty: 30, visits: 40 }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('consultant-nurse', 'Consultant nurse', 'arrs', ADVANCED),
    meets: meets(0.05, { 'long-term': 20, frailty: 30, visits: 40 }),
  },
  {
    ...role('enhanced-nurse', 'Enhanced practice nurse', 'arrs', NURSE),
    meets: meets(0.05, { 'long-term': 20, 'treatment-room': 14, screening: 15 }),
  },
  {
    ...role('arrs-nurse', 'Practice nurse of the network', 'arrs', NURSE),
    meets: meets(0.05, { 'long-term': 20, 'treatment-room': 14, screening: 15 }),
  },
  {
    ...role('nursing-associate', 'Nursing associate', 'arrs', { patientMinutes: 200, contactsADay: 28 }),
    meets: meets(0.02, { 'treatment-room': 15, 'long-term': 26 }),
  },
  {
    // Trainee nursing associates do the same work as healthcare support workers.
    ...role('support-worker', 'Healthcare support worker', 'arrs', { patientMinutes: 185, contactsADay: 34 }),
    meets: meets(0.02, { 'treatment-room': 15 }),
  },
  {
    // Half of the work is letters, forms and calls.
    ...role('gp-assistant', 'GP assistant', 'arrs', { patientMinutes: 100, contactsADay: 20 }),
    meets: meets(0.02, { 'treatment-room': 15 }),
  },
  {
    ...role('pharmacist', 'Clinical pharmacist', 'arrs', { patientMinutes: 165, contactsADay: 20 }),
    meets: meets(0.1, { medication: 26, 'long-term': 24, 'minor-illness': 18, discharge: 25 }),
    supervision: overTheTelephone(5),
  },
  {
    ...role('pharmacy-technician', 'Pharmacy technician', 'arrs', { patientMinutes: 88, contactsADay: 20 }),
    meets: meets(0.05, { medication: 25 }),
  },
  {
    ...role('physio', 'First contact physiotherapist', 'arrs', { patientMinutes: 165, contactsADay: 20 }),
    meets: meets(0.05, { msk: 20 }),
    supervision: overTheTelephone(5),
    maxSites: 3,
  },
  {
    ...role('paramedic', 'Paramedic', 'arrs', { patientMinutes: 175, contactsADay: 24 }),
    meets: meets(0.15, { urgent: 17, 'minor-illness': 15, 'urgent-visits': 40, frailty: 35, visits: 40 }),
    supervision: overTheTelephone(10),
  },
  {
    // Only minor illness of adults, by protocol, and nobody who hasn't been triaged (Leng review, July 2025).
    ...role('physician-assistant', 'Physician assistant', 'arrs', { patientMinutes: 160, contactsADay: 20 }),
    meets: meets(0.2, { 'minor-illness': 20 }),
    supervision: inTheBuilding(20),
  },
  {
    ...role('dietitian', 'Dietitian', 'arrs', THERAPIST),
    meets: meets(0.05, { 'long-term': 30, coaching: 35 }),
  },
  {
    ...role('podiatrist', 'Podiatrist', 'arrs', THERAPIST),
    meets: meets(0.05, { 'long-term': 25, msk: 25 }),
  },
  {
    ...role('occupational-therapist', 'Occupational therapist', 'arrs', THERAPIST),
    meets: meets(0.05, { frailty: 45, discharge: 45, 'joint-visits': 60 }),
  },
  {
    ...role('social-prescriber', 'Social prescribing link worker', 'arrs', { patientMinutes: 126, contactsADay: 10 }),
    meets: { ...meets(0.1, { social: 40, carers: 40 }), ...meets(0.3, { 'mental-health': 40 }) },
  },
  {
    ...role('care-coordinator', 'Care coordinator', 'arrs', { patientMinutes: 100, contactsADay: 16 }),
    meets: meets(0.05, { social: 32, carers: 30, discharge: 25, coaching: 30 }),
  },
  {
    ...role('wellbeing-coach', 'Health and wellbeing coach', 'arrs', { patientMinutes: 138, contactsADay: 12 }),
    meets: meets(0.05, { coaching: 36 }),
  },
  {
    ...role('mental-health', 'Mental health practitioner', 'arrs', { patientMinutes: 155, contactsADay: 14 }),
    meets: meets(0.1, { 'mental-health': 30 }),
    supervision: overTheTelephone(5),
  },
]
