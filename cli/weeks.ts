/** Weeks on the command line, given by any of their days. */
import { BadInput } from '../src/errors.ts'
import { addDays, type Day, isDay, WEEKDAYS, weekdayOf } from '../src/time.ts'

/** The Monday after a day: the default week to plan. */
export function nextMonday(today: Day): Day {
  return addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)))
}

/** The Monday of a day's week; anything else throws a BadInput that names the option. */
export function mondayOf(day: string, option = '--week'): Day {
  if (!isDay(day))
    throw new BadInput([{ pointer: option, detail: 'A day must be written as YYYY-MM-DD.', seen: `"${day}"` }])
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
}
