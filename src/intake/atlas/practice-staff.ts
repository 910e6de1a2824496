/** Who each practice employs, as published: full-time equivalents and heads of four groups. */
import { figure, type Row } from './table.ts'

/** The groups that are published by practice. `trainee-locum` is one column there; `care` is everybody else who sees patients. */
export const STAFF_GROUPS = ['gp', 'trainee-locum', 'nurse', 'care'] as const
export type StaffGroup = (typeof STAFF_GROUPS)[number]

export interface StaffCount {
  /** Of 37.5 hours. */
  readonly fte: number
  readonly heads: number
}

/** One practice's own people, mean of the monthly censuses April 2024 to January 2025; null for a group that it did not report. */
export interface PracticeStaff {
  /** Registered patients at the time of the censuses. */
  readonly patients: number
  readonly groups: Readonly<Record<StaffGroup, StaffCount | null>>
}

/** The table `practice-workforce`, by code of the practice. */
export function practiceStaffOf(rows: readonly Row[]): ReadonlyMap<string, PracticeStaff> {
  return new Map(
    rows.map((row) => [
      row.code ?? '',
      {
        patients: Number(row.patients),
        groups: {
          gp: countOf(row, 'gp'),
          'trainee-locum': countOf(row, 'trainee_locum'),
          nurse: countOf(row, 'nurse'),
          care: countOf(row, 'care'),
        },
      },
    ]),
  )
}

function countOf(row: Row, column: string): StaffCount | null {
  const fte = figure(row[column])
  return fte === null ? null : { fte, heads: figure(row[`${column}_heads`]) ?? fte }
}
