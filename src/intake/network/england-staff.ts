/** England's staff per patient, used to generate networks that have no figures of their own, and to compare all networks with. */
import { STAFF_GROUPS, type StaffGroup } from '../atlas/practice-staff.ts'
import type { Atlas, PracticeEntry } from '../atlas.ts'

/** Full-time equivalents per 10,000 patients. */
export type StaffRates = Readonly<Record<StaffGroup, number>>

/**
 * Share of the published group `care` in rural practices that dispenses medicines and doesn't see patients, and so isn't part of a rota.
 * Rural practices report 4.6 per 10,000 patients and others 2.4; they have a fifth more staff of all kinds, which leaves two in five.
 * Nearly all dispensing practices are rural.
 */
const DISPENSERS = 0.4

export interface NetworkRate {
  /** Full-time equivalents per 10,000 patients, England. */
  readonly rate: number
  readonly source: string
}

const QUARTERLY =
  'NHS England, primary care workforce quarterly update, March 2025: workforce service and claims together'

/** Total staff employed by networks. Each network's mix comes from its own figures, if it has any. */
export const NETWORK_RATES: Readonly<Record<string, NetworkRate>> = {
  'arrs-gp': { rate: 0.32, source: 'claims for GPs, March 2025: more than 1,500 of them, and growing' },
  'advanced-practitioner': { rate: 0.04, source: 'workforce service, December 2024: half of 501 advanced nurses' },
  'enhanced-nurse': {
    rate: 0.04,
    source: 'workforce service, December 2024: the other half, which it cannot tell apart',
  },
  'nursing-associate': { rate: 0.11, source: QUARTERLY },
  'support-worker': { rate: 0.12, source: 'trainee nursing associates, March 2023: 777' },
  'gp-assistant': { rate: 0.43, source: QUARTERLY },
  pharmacist: { rate: 1.17, source: QUARTERLY },
  'pharmacy-technician': { rate: 0.33, source: QUARTERLY },
  physio: { rate: 0.33, source: QUARTERLY },
  paramedic: { rate: 0.31, source: QUARTERLY },
  'physician-assistant': { rate: 0.3, source: QUARTERLY },
  dietitian: { rate: 0.03, source: 'workforce service, March 2023: 165' },
  podiatrist: { rate: 0.01, source: 'workforce service, 2022, raised like the others' },
  'occupational-therapist': { rate: 0.03, source: 'workforce service, March 2023: 197' },
  'social-prescriber': { rate: 0.55, source: QUARTERLY },
  'care-coordinator': { rate: 0.86, source: QUARTERLY },
  'wellbeing-coach': { rate: 0.19, source: QUARTERLY },
  'mental-health': { rate: 0.2, source: 'one for 50,000 patients, which is what the scheme plans' },
}

const rates = new WeakMap<Atlas, StaffRates>()

/** England's rates, from the practices that report. */
export function englandRates(atlas: Atlas): StaffRates {
  const known = rates.get(atlas)
  if (known !== undefined) return known
  const all = [...atlas.practices.values()]
  const made = Object.fromEntries(STAFF_GROUPS.map((group) => [group, pooled(all, group)])) as Record<
    StaffGroup,
    number
  >
  rates.set(atlas, made)
  return made
}

/** The practice's reported rate per 10,000 of its patients, without dispensers; null if it didn't report. */
export function reportedRate(practice: PracticeEntry, group: StaffGroup): number | null {
  const count = practice.staff?.groups[group]
  if (practice.staff === null || count === null || count === undefined) return null
  const seesPatients = group === 'care' && practice.rural ? 1 - DISPENSERS : 1
  return (count.fte * seesPatients * 10_000) / practice.staff.patients
}

function pooled(practices: readonly PracticeEntry[], group: StaffGroup): number {
  const reporting = practices.flatMap((practice) => {
    const rate = reportedRate(practice, group)
    return rate === null ? [] : [{ rate, patients: practice.staff?.patients ?? 0 }]
  })
  const patients = reporting.reduce((sum, practice) => sum + practice.patients, 0)
  return reporting.reduce((sum, { rate, patients: own }) => sum + rate * own, 0) / Math.max(1, patients)
}
