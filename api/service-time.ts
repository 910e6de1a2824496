/** The service's current day and time, in England. */
import { dateOf, type Moment } from '../src/intake/absence/moment.ts'
import { clockTime, localMoment } from '../src/time.ts'
import type { Deps } from './deps.ts'

const ZONE = 'Europe/London'

/**
 * `start`: a simulated time from which the clock runs on; default: the real time. Sign-in and stored timestamps always use the
 * real clock.
 */
export function serviceTime(start?: Moment): Pick<Deps, 'today' | 'now'> {
  const ahead = start === undefined ? 0 : startOf(start) - Date.now() / 1000
  const now = () => localMoment(Date.now() / 1000 + ahead, ZONE)
  return { now, today: () => dateOf(now()) }
}

function startOf(moment: Moment): number {
  const [date = '', clock = '00:00'] = moment.split('T')
  return clockTime(date, clock, ZONE).toSeconds()
}
