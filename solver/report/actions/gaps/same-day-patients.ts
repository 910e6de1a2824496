/** Patients missed on their day, in words. */
import type { Problem } from '../../../../src/problem.ts'
import { count } from '../../../../src/wording/names.ts'

/** "12 urgent patients"; "12 same-day patients" if they include triage or visits, which the official measure leaves out. */
export function sameDayPatients(
  patients: number,
  needs: readonly string[],
  { problem, kind = '' }: { readonly problem: Problem; readonly kind?: string },
): string {
  const measured = problem.needs.filter(({ official }) => official).map(({ id }) => id)
  const areUrgent = measured.length === 0 || needs.every((need) => measured.includes(need))
  return count(Math.max(1, Math.round(patients)), `${kind}${areUrgent ? 'urgent' : 'same-day'} patient`)
}
