/** What a scheme is claimed from for further sessions: their year's pay, week by week. */
import { WEEKS_A_YEAR, WEEKS_AT_WORK } from '../../src/pay-weeks.ts'

/** Pounds in a week; salaries run through leave, so a year's pay is claimed in 52 equal parts. */
export function claimedInAWeek(sessions: number, costPerSession: number): number {
  return (sessions * costPerSession * WEEKS_AT_WORK) / WEEKS_A_YEAR
}
