/** The contract years on record, and which of them a date belongs to. */
import type { ContractYear, SourcedFigure } from './contract-year.ts'
import { CAPS_2024, CAPS_2025, CAPS_2026 } from './reimbursement-caps.ts'
import type { Day } from './time.ts'

const DES_2024 = 'Network Contract DES 2024/25 (Pulse PCN, 27 September 2024)'
const DES_2025 = 'Network Contract DES 2025/26, of 27 March 2025 (Pulse PCN)'

/** Unchanged in every year so far. */
const ENHANCED_ACCESS: Pick<ContractYear, 'enhancedAccessMinutes' | 'enhancedAccessMadeUpWithinWeeks'> = {
  enhancedAccessMinutes: figure(
    60,
    'Network Contract DES, in force since 1 October 2022 (Management in Practice, 1 April 2022)',
  ),
  enhancedAccessMadeUpWithinWeeks: figure(
    2,
    'NHS England to integrated care boards: hours cancelled for a bank holiday are made up within two weeks, unless the commissioner agrees otherwise (Healthcare Leader, 12 September 2022)',
  ),
}

/** Oldest first, with no gaps. */
export const CONTRACT_YEARS: readonly [ContractYear, ...ContractYear[]] = [
  {
    id: '2024/25',
    from: '2024-04-01',
    to: '2025-03-31',
    // Excludes the £1.303 set aside for GPs from October 2024.
    arrsPerWeightedPatient: figure(22.894, DES_2024),
    reimbursementCaps: CAPS_2024,
    practiceGpScheme: null,
    practiceGpPerWeightedPatient: null,
    enhancedAccessPayment: figure(7.975, DES_2024),
    ...ENHANCED_ACCESS,
    urgentTarget: null,
    nonUrgentWithinDays: [],
  },
  {
    id: '2025/26',
    from: '2025-04-01',
    to: '2026-03-31',
    arrsPerWeightedPatient: figure(26.631, DES_2025),
    reimbursementCaps: CAPS_2025,
    practiceGpScheme: null,
    practiceGpPerWeightedPatient: null,
    enhancedAccessPayment: figure(8.427, DES_2025),
    ...ENHANCED_ACCESS,
    urgentTarget: null,
    nonUrgentWithinDays: [],
  },
  {
    id: '2026/27',
    from: '2026-04-01',
    to: '2027-03-31',
    arrsPerWeightedPatient: {
      value: 27.3,
      source:
        'the £26.631 of 2025/26 raised as the national sum was, from £1,711 m to £1,754 m (Surrey and Sussex LMCs, 2026/27)',
      estimate: true,
    },
    reimbursementCaps: CAPS_2026,
    practiceGpScheme: figure(292_000_000, 'the GP contract of 2026/27 (Management in Practice, 24 February 2026)'),
    practiceGpPerWeightedPatient: {
      value: 4.54,
      source:
        'the £292 m of the scheme over the 64.2 million weighted patients on whom the £1,754 m of network roles come to £27.30 (Surrey and Sussex LMCs, 2026/27); how a practice’s claim is worked out was not found',
      estimate: true,
    },
    enhancedAccessPayment: {
      value: 8.638,
      source: 'the £8.427 of 2025/26 raised by the 2.5% that the funding of 2026/27 assumes for pay',
      estimate: true,
    },
    ...ENHANCED_ACCESS,
    urgentTarget: figure(
      0.9,
      'Neighbourhood Health Framework, 17 March 2026: nine in ten by March 2027 (Management in Practice, 19 March 2026)',
    ),
    // Since April 2026 practices have reported the share of non-urgent patients seen within one week and within two.
    nonUrgentWithinDays: [7, 14],
  },
]

/** The contract year of a date. If none is on record, the nearest one, with a note for readers of its figures. */
export function contractYearOf(date: Day): { readonly year: ContractYear; readonly note: string | null } {
  const [oldest] = CONTRACT_YEARS
  const year = CONTRACT_YEARS.findLast(({ from }) => from <= date) ?? oldest
  if (year.from <= date && date <= year.to) return { year, note: null }
  const note = `The GP contract of ${idOf(date)} is not known here; its figures are taken from ${year.id}, the nearest known year.`
  return { year, note }
}

function idOf(date: Day): string {
  const year = Number.parseInt(date, 10) - (date.slice(5) < '04-01' ? 1 : 0)
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

function figure(value: number, source: string): SourcedFigure {
  return { value, source }
}
