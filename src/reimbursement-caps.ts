/** Maximum reimbursement per role under the Additional Roles Reimbursement Scheme, by contract year. */
import type { ContractYear, ReimbursedRole, ReimbursementCaps, SourcedFigure } from './contract-year.ts'

const IN_2024 = 'most reimbursed from October 2024 (Pulse PCN; The Pharmacist); the enhanced nurse’s from April 2024'
const IN_2025 = 'most reimbursed in 2025/26 (Pulse PCN; Humberside LMC; The Pharmacist; Nursing in Practice)'

/** Ratio of band 4 to band 5 in October 2022 (£31,746 and £38,187, BMA and Management in Practice); no later amount was found. */
const BAND_4 = 31_746 / 38_187

const PUBLISHED_2024 = caps(IN_2024, [
  ['gp', 92_462],
  ['advanced-practitioner', 72_141],
  ['pharmacist', 65_838],
  ['enhanced-practice-nurse', 60_401],
  ['pharmacy-technician', 42_437],
])

const PUBLISHED_2025 = caps(IN_2025, [
  ['gp', 105_882],
  ['consultant-nurse', 102_683],
  ['advanced-practitioner', 73_334],
  ['pharmacist', 66_972],
  ['enhanced-practice-nurse', 64_907],
  ['experienced-practice-nurse', 53_319],
  ['pharmacy-technician', 43_352],
  ['new-practice-nurse', 43_352],
  ['healthcare-support-worker', 32_159],
])

export const CAPS_2024 = withPeers(PUBLISHED_2024)
export const CAPS_2025 = withPeers(PUBLISHED_2025)

/** No amounts were found for 2026/27: last year's are raised in line with the funding, and the GP amount is derived. */
export const CAPS_2026: ReimbursementCaps = new Map([
  ...[...CAPS_2025].map(([role, { value }]): [ReimbursedRole, SourcedFigure] => [
    role,
    estimate(value * 1.025, 'the cap of 2025/26 raised by the 2.5% that the funding of 2026/27 assumes for pay'),
  ]),
  [
    'gp',
    estimate(
      151_097,
      'top of the salaried GP pay range with on-costs (Management in Practice, 24 February 2026): £104,086 of 2023/24 (BMA) raised by 6, 4 and 2.5%, times £105,882 over £82,418, the cap of 2025/26 with and without on-costs',
    ),
  ],
])

/** Adds roles without a published amount: each takes the amount of a role in the same, or nearly the same, band of Agenda for Change. */
function withPeers(published: ReimbursementCaps): ReimbursementCaps {
  const like = (peer: ReimbursedRole, times: number, roles: readonly ReimbursedRole[]) => {
    const value = published.get(peer)?.value
    const source = times === 1 ? `the cap of the same pay band (${peer})` : `the cap of the next pay band (${peer})`
    return value === undefined ? [] : roles.map((role) => [role, estimate(value * times, source)] as const)
  }
  return new Map([
    ...like('pharmacist', 1, ['physio']),
    ...like('enhanced-practice-nurse', 1, ['paramedic', 'occupational-therapist', 'dietitian', 'podiatrist']),
    ...like('enhanced-practice-nurse', 1, ['physician-associate', 'mental-health-practitioner']),
    ...like('pharmacy-technician', 1, ['social-prescriber', 'wellbeing-coach']),
    ...like('pharmacy-technician', BAND_4, ['nursing-associate', 'care-coordinator', 'gp-assistant']),
    ...published,
  ])
}

/** Roles of generated networks that have a different name in the scheme. */
const OTHER_NAMES: Readonly<Record<string, ReimbursedRole>> = {
  'arrs-gp': 'gp',
  'arrs-nurse': 'experienced-practice-nurse',
  'enhanced-nurse': 'enhanced-practice-nurse',
  'support-worker': 'healthcare-support-worker',
  'physician-assistant': 'physician-associate',
  'mental-health': 'mental-health-practitioner',
}

/** Maximum reimbursement per full-time equivalent of a role in a contract year. Null if the scheme doesn't know the role's id. */
export function reimbursementCapOf(role: string, { reimbursementCaps }: ContractYear): SourcedFigure | null {
  return reimbursementCaps.get(OTHER_NAMES[role] ?? (role as ReimbursedRole)) ?? null
}

function caps(source: string, rows: readonly (readonly [ReimbursedRole, number])[]): ReimbursementCaps {
  return new Map(rows.map(([role, value]) => [role, { value, source }]))
}

function estimate(value: number, source: string): SourcedFigure {
  return { value: Math.round(value), source, estimate: true }
}
