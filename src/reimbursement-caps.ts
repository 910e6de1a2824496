/** What the Additional Roles Reimbursement Scheme pays at most for each role, by contract year. */
import type { ContractYear, ReimbursedRole, ReimbursementCaps, SourcedFigure } from './contract-year.ts'

const IN_2024 = 'most reimbursed from October 2024 (Pulse PCN; The Pharmacist); the enhanced nurse’s from April 2024'
const IN_2025 = 'most reimbursed in 2025/26 (Pulse PCN; Humberside LMC; The Pharmacist; Nursing in Practice)'

/** Band 4 against band 5 in October 2022 (£31,746 and £38,187, BMA and Management in Practice): no later amount was found. */
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

/** Of 2026/27 no amounts were found: those of the year before are raised as the funding was, and a GP’s is worked out. */
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

/** Adds roles of which no amount was found: each takes that of a role in the same band of Agenda for Change, or nearly so. */
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

/** Roles of generated networks that the scheme knows by another name. */
const OTHER_NAMES: Readonly<Record<string, ReimbursedRole>> = {
  'arrs-gp': 'gp',
  'arrs-nurse': 'experienced-practice-nurse',
  'enhanced-nurse': 'enhanced-practice-nurse',
  'support-worker': 'healthcare-support-worker',
  'physician-assistant': 'physician-associate',
  'mental-health': 'mental-health-practitioner',
}

/** The most that a year's scheme pays for one full-time equivalent of a role, by its id; null where it is not known by that. */
export function reimbursementCapOf(role: string, { reimbursementCaps }: ContractYear): SourcedFigure | null {
  return reimbursementCaps.get(OTHER_NAMES[role] ?? (role as ReimbursedRole)) ?? null
}

function caps(source: string, rows: readonly (readonly [ReimbursedRole, number])[]): ReimbursementCaps {
  return new Map(rows.map(([role, value]) => [role, { value, source }]))
}

function estimate(value: number, source: string): SourcedFigure {
  return { value: Math.round(value), source, estimate: true }
}
