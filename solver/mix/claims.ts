/** What is claimed from a scheme for additional sessions: their yearly pay, spread over the weeks. */
import { WEEKS_A_YEAR, WEEKS_AT_WORK } from '../../src/pay-weeks.ts'

/** Pounds per week. Salaries continue during leave, so a year's pay is claimed in 52 equal parts. */
export function claimedInAWeek(sessions: number, costPerSession: number): number {
  return (sessions * costPerSession * WEEKS_AT_WORK) / WEEKS_A_YEAR
}
