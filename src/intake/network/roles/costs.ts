/** Cost per session of each role to its payer, by contract year. */
import type { ContractYear, ReimbursedRole } from '../../../contract-year.ts'
import { LOCUM_GP_HOURLY } from '../../../locum-rates.ts'
import { FULL_TIME, WEEKS_AT_WORK } from '../../../pay-weeks.ts'
import { CAPS_2025 } from '../../../reimbursement-caps.ts'

/** Sessions in a full-time year. */
export const SESSIONS_A_YEAR = FULL_TIME * WEEKS_AT_WORK

/** The reimbursement maximum of a role, or a share of it; or pounds of 2026/27, per year or session. */
export type RoleCost =
  | { readonly as: ReimbursedRole; readonly share?: number; readonly why: string }
  | { readonly yearly: number; readonly why: string }
  | { readonly session: number; readonly why: string }

const ITS_OWN = 'the scheme’s own role'
const PRACTICES = 'practices pay about what the scheme does for the same work'

export const ROLE_COSTS: Readonly<Record<string, RoleCost>> = {
  'gp-partner': { as: 'gp', why: 'what partners draw is not published by session' },
  'salaried-gp': { as: 'gp', why: PRACTICES },
  'arrs-gp': { as: 'gp', why: ITS_OWN },
  'locum-gp': {
    session: (((LOCUM_GP_HOURLY.from + LOCUM_GP_HOURLY.to) / 2) * 250) / 60,
    why: 'published hourly rates, 4 hours 10 minutes',
  },
  'gp-registrar': { yearly: 0, why: 'paid by NHS England for training: a registrar costs a practice nothing' },
  anp: { as: 'advanced-practitioner', why: PRACTICES },
  'practice-nurse': { as: 'experienced-practice-nurse', why: PRACTICES },
  hca: { as: 'healthcare-support-worker', why: PRACTICES },
  phlebotomist: { as: 'healthcare-support-worker', why: PRACTICES },
  'practice-pharmacist': { as: 'pharmacist', why: PRACTICES },
  'practice-paramedic': { as: 'paramedic', why: PRACTICES },
  'advanced-practitioner': { as: 'advanced-practitioner', why: ITS_OWN },
  'consultant-nurse': { as: 'consultant-nurse', why: ITS_OWN },
  'enhanced-nurse': { as: 'enhanced-practice-nurse', why: ITS_OWN },
  'arrs-nurse': { as: 'experienced-practice-nurse', why: ITS_OWN },
  'nursing-associate': { as: 'nursing-associate', why: ITS_OWN },
  'support-worker': { as: 'healthcare-support-worker', why: ITS_OWN },
  'gp-assistant': { as: 'gp-assistant', why: ITS_OWN },
  pharmacist: { as: 'pharmacist', why: ITS_OWN },
  'pharmacy-technician': { as: 'pharmacy-technician', why: ITS_OWN },
  physio: { as: 'physio', why: ITS_OWN },
  paramedic: { as: 'paramedic', why: ITS_OWN },
  'physician-assistant': { as: 'physician-associate', why: 'the scheme’s own role, under its earlier title' },
  dietitian: { as: 'dietitian', why: ITS_OWN },
  podiatrist: { as: 'podiatrist', why: ITS_OWN },
  'occupational-therapist': { as: 'occupational-therapist', why: ITS_OWN },
  'social-prescriber': { as: 'social-prescriber', why: ITS_OWN },
  'care-coordinator': { as: 'care-coordinator', why: ITS_OWN },
  'wellbeing-coach': { as: 'wellbeing-coach', why: ITS_OWN },
  'mental-health': {
    as: 'mental-health-practitioner',
    why: 'the scheme’s own role; a mental health trust often bears half',
  },
  'social-care-practitioner': { yearly: 47_000, why: 'assumed: council pay of about £36,000, and on-costs of 30%' },
  'council-occupational-therapist': {
    yearly: 55_000,
    why: 'assumed: council pay of about £42,000, and on-costs of 30%',
  },
}

/** Since 2026/27 the scheme pays for any GP up to the top of the range; most cost what they did before, plus 2.5%. */
const USUAL_GP = (CAPS_2025.get('gp')?.value ?? 0) * 1.025

/**
 * Caps are set at the top of a pay band, but most people are nearer to its start, which in band 7 is 87% of the top (assumed for all
 * bands).
 */
const BELOW_THE_CAP = 0.87

/** Pounds per session; zero for roles not listed. */
export function costPerSession(role: string, { reimbursementCaps }: ContractYear): number {
  const cost = ROLE_COSTS[role]
  if (cost === undefined) return 0
  if ('session' in cost) return Math.round(cost.session)
  if ('yearly' in cost) return Math.round(cost.yearly / SESSIONS_A_YEAR)
  const cap = reimbursementCaps.get(cost.as)?.value ?? 0
  const usual = cost.as === 'gp' ? Math.min(cap, USUAL_GP) : cap * BELOW_THE_CAP * (cost.share ?? 1)
  return Math.round(usual / SESSIONS_A_YEAR)
}
