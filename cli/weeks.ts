/** Weeks as they are named on the command line: by any day of them. */
import { BadInput } from '../src/errors.ts'
import { addDays, type Day, isDay, WEEKDAYS, weekdayOf } from '../src/time.ts'

/** The Monday after a day: the week that is planned where nobody says which. */
export function nextMonday(today: Day): Day {
  return addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)))
}

/** The Monday of a day's week; what is no day is a BadInput. */
export function mondayOf(day: string): Day {
  if (!isDay(day))
    throw new BadInput([{ pointer: '--week', detail: 'A day is written as YYYY-MM-DD.', seen: `"${day}"` }])
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
}
