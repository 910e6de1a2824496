/** The current time as given by the caller, local to the network. */
import { z } from 'zod'
import { isDay, longDay } from '../../time.ts'

/** `YYYY-MM-DD` (the start of that day) or `YYYY-MM-DDTHH:mm`. */
export type Moment = string

export const momentSchema = z
  .string()
  .refine(isMoment, 'must be a day or a time of a day, written as YYYY-MM-DD or YYYY-MM-DDTHH:mm.')

export function isMoment(text: string): boolean {
  const [date = '', time, ...rest] = text.split('T')
  return isDay(date) && rest.length === 0 && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time))
}

/** "Monday 30 November 2026, 07:40". */
export function moment(now: Moment): string {
  const [date = '', time] = now.split('T')
  return time === undefined ? longDay(date) : `${longDay(date)}, ${time}`
}

export function dateOf(now: Moment): string {
  return now.slice(0, 'YYYY-MM-DD'.length)
}
