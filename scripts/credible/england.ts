/** England's published figures, and the tolerances for generated networks: the eleven targets of docs/credible.md. */
import type { NetworkFigures } from './figures.ts'

/** Contacts per 1,000 registered patients and week (NHS England, Appointments in General Practice, 2024 to 2026). */
export const CONTACTS_PER_THOUSAND = 116.5

/** Groups of roles compared with England's full-time equivalents per 10,000 patients. */
export const STAFF: Readonly<Record<string, { readonly roles: readonly string[]; readonly england: number }>> = {
  GPs: { roles: ['gp', 'gp-partner', 'salaried-gp'], england: 4.25 },
  'trainees and locums': { roles: ['gp-registrar', 'locum-gp'], england: 1.51 },
  'practice nurses': { roles: ['anp', 'practice-nurse'], england: 2.6 },
  // Without dispensers: 17,043 minus about 1,800.
  'others of practices': { roles: ['hca', 'phlebotomist', 'practice-pharmacist', 'practice-paramedic'], england: 2.41 },
  'pharmacists and technicians of networks': { roles: ['pharmacist', 'pharmacy-technician'], england: 1.5 },
  'physiotherapists, paramedics, physician assistants': {
    roles: ['physio', 'paramedic', 'physician-assistant', 'physician-associate'],
    england: 0.94,
  },
  'link workers, coordinators, coaches': {
    roles: ['social-prescriber', 'care-coordinator', 'wellbeing-coach'],
    england: 1.6,
  },
  'others of networks': {
    roles: [
      'arrs-gp',
      'advanced-practitioner',
      'enhanced-nurse',
      'nursing-associate',
      'support-worker',
      'gp-assistant',
      'dietitian',
      'podiatrist',
      'occupational-therapist',
      'mental-health',
    ],
    england: 1.33,
  },
}

/** A figure for a set of networks, with its target. */
export interface Figure {
  readonly number: string
  readonly what: string
  readonly target: string
  readonly value: number
  /** Inclusive range. */
  readonly within: readonly [number, number]
  readonly unit: '' | '%'
}

/** The targets that need no rota, for a set of networks; `returns` are expected per 1,000 patients. */
export function targets(networks: readonly NetworkFigures[], returns: number): Figure[] {
  const sum = (of: (one: NetworkFigures) => number) => networks.reduce((total, one) => total + of(one), 0)
  const patients = sum((one) => one.patients)
  const gps = networks.map((one) => fteOf(one, STAFF.GPs?.roles ?? []))
  const share = (yes: (one: NetworkFigures) => boolean) => (100 * networks.filter(yes).length) / networks.length
  return [
    {
      ...figure('1', 'contacts that arrive and expected returns, per 1,000 patients a week, pooled', '116.5 ± 3%'),
      value: (sum((one) => one.arrivals) * 1000) / patients + returns,
      within: around(CONTACTS_PER_THOUSAND, 0.03),
    },
    ...capacityTargets(networks),
    ...Object.entries(STAFF).map(([group, { roles, england }]) => ({
      ...figure('4', `full-time equivalents per 10,000, pooled: ${group}`, `${england} ± 10%`),
      value: (sum((one) => (fteOf(one, roles) * one.patients) / 10_000) * 10_000) / patients,
      within: around(england, 0.1),
    })),
    { ...figure('5', 'GPs per 10,000: 10th percentile', 'less than 3.8'), value: quantile(gps, 0.1), within: [0, 3.8] },
    {
      ...figure('5', 'GPs per 10,000: 90th percentile', 'more than 4.9'),
      value: quantile(gps, 0.9),
      within: [4.9, Number.POSITIVE_INFINITY],
    },
    {
      ...figure('6', 'waiting at the start, per 1,000', '104 ± 15%'),
      value: (sum((one) => one.waiting) * 1000) / patients,
      within: around(104, 0.15),
    },
    {
      ...figure('7', 'networks whose evenings can give what is owed', 'at least 95%', '%'),
      value: share((one) => one.evenings >= 1),
      within: [95, 100],
    },
    {
      ...figure('8', 'half-days of a site with nobody who may hold the duty', 'at most 1%', '%'),
      value: (100 * sum((one) => one.noDuty)) / sum((one) => one.coreHalves),
      within: [0, 1],
    },
    {
      ...figure('11', 'rostered over contracted', '0.85 ± 0.02'),
      value: sum((one) => one.rostered) / sum((one) => one.contracted),
      within: [0.83, 0.87],
    },
  ]
}

/** Total capacity, and the GPs' share. */
function capacityTargets(networks: readonly NetworkFigures[]): Figure[] {
  const held = networks.map((one) => (one.held * 1000) / one.patients)
  return [
    {
      ...figure('2', 'the most that the people can hold, per 1,000: median', '110 to 122'),
      value: quantile(held, 0.5),
      within: [110, 122],
    },
    {
      ...figure('2', 'the same: 10th percentile', 'at least 95'),
      value: quantile(held, 0.1),
      within: [95, Number.POSITIVE_INFINITY],
    },
    { ...figure('2', 'the same: 90th percentile', 'at most 130'), value: quantile(held, 0.9), within: [0, 130] },
    {
      ...figure('3', 'GPs’ share of it, median', '46.5% ± 2 points', '%'),
      value:
        100 *
        quantile(
          networks.map((one) => one.heldByGps / one.held),
          0.5,
        ),
      within: [44.5, 48.5],
    },
  ]
}

export function isMet({ value, within: [from, to] }: Figure): boolean {
  return from <= value && value <= to
}

/** The value that this share of the values doesn't exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Full-time equivalents of these roles per 10,000 patients. */
function fteOf({ fte, patients }: NetworkFigures, roles: readonly string[]): number {
  return (roles.reduce((sum, role) => sum + (fte.get(role) ?? 0), 0) * 10_000) / patients
}

function figure(number: string, what: string, target: string, unit: Figure['unit'] = '') {
  return { number, what, target, unit }
}

function around(middle: number, share: number): readonly [number, number] {
  return [middle * (1 - share), middle * (1 + share)]
}
