/** What day and time it is for the service, as clocks in England show it. */
import { dateOf, type Moment } from '../src/intake/absence/moment.ts'
import { clockTime, localMoment } from '../src/time.ts'
import type { Deps } from './deps.ts'

const ZONE = 'Europe/London'

/** `start`: what time it is taken to be now, from where it goes on; default: what it is. Sign-in and what is stored go by the real clock. */
export function serviceTime(start?: Moment): Pick<Deps, 'today' | 'now'> {
  const ahead = start === undefined ? 0 : startOf(start) - Date.now() / 1000
  const now = () => localMoment(Date.now() / 1000 + ahead, ZONE)
  return { now, today: () => dateOf(now()) }
}

function startOf(moment: Moment): number {
  const [date = '', clock = '00:00'] = moment.split('T')
  return clockTime(date, clock, ZONE).toSeconds()
}
