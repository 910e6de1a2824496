/** Published staff of each practice: full-time equivalents and headcounts of four groups. */
import { figure, type Row } from './table.ts'

/**
 * The groups published by practice. `trainee-locum` is a single column in the publication; `care` is everybody else who sees patients.
 */
export const STAFF_GROUPS = ['gp', 'trainee-locum', 'nurse', 'care'] as const
export type StaffGroup = (typeof STAFF_GROUPS)[number]

export interface StaffCount {
  /** Full time is 37.5 hours. */
  readonly fte: number
  readonly heads: number
}

/** A practice's own staff: the mean of the monthly censuses from April 2024 to January 2025. Null for groups it didn't report. */
export interface PracticeStaff {
  /** Registered patients at the time of the censuses. */
  readonly patients: number
  readonly groups: Readonly<Record<StaffGroup, StaffCount | null>>
}

/** Reads the table `practice-workforce`; by practice code. */
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
