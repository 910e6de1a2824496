/** Path parameters shared by several calls, and the responses if they are invalid. */
import { z } from 'zod'
import { addDays, isDay, WEEKDAYS, weekdayName, weekdayOf } from '../../src/time.ts'
import { digits, NINE_DIGITS } from '../contract/page.ts'
import { Refusal } from '../problems.ts'
import type { Parameter } from './call.ts'

export function notFound(detail: string, seen: string, maybe?: string): Refusal {
  const hint = maybe === undefined ? {} : { maybe }
  return new Refusal('not-found', { complaints: [{ pointer: '', detail, seen: seen.slice(0, 60), ...hint }] })
}

/** An id issued by the service, converted to lower case. */
export function givenId(does: string, otherwise: (given: string) => Error): Parameter {
  return { does, schema: z.guid().toLowerCase(), example: '7c9e6679-7425-40de-944b-e07fc1f90ae7', otherwise }
}

export const ods: Parameter = {
  does: 'The network’s ODS code.',
  schema: z.string().regex(/^[\p{L}\p{N}][^\s\p{C}]{0,63}$/u),
  example: 'U49929',
  otherwise: (given) => notFound('This cannot be a network’s code.', given),
}

export const from: Parameter = {
  does: 'The first day of the week, a Monday.',
  schema: z
    .string()
    .refine((text) => isDay(text) && weekdayOf(text) === 'mon')
    .meta({ format: 'date' }),
  example: '2026-11-30',
  otherwise: noSuchWeek,
}

function noSuchWeek(given: string, { ods: network = '' }: Readonly<Record<string, string>>): Refusal {
  if (!isDay(given)) return notFound('This is not a date.', given)
  const weekday = weekdayOf(given)
  const monday = addDays(given, -WEEKDAYS.indexOf(weekday))
  const detail = `Weeks start on Mondays; ${given} is a ${weekdayName(weekday)}.`
  return notFound(detail, given, `/v1/networks/${network}/weeks/${monday}`)
}

export const version: Parameter = {
  does: 'The rota’s number within its week.',
  schema: digits(1, NINE_DIGITS),
  example: 1,
  otherwise: noSuchRota,
}

export function noSuchRota(number: string): Refusal {
  return notFound('This week has no rota with this number.', number)
}

/** An id from a record or document, chosen by people: PostgreSQL stores no text containing U+0000. */
export const writtenId = z
  .string()
  .refine((text) => !/\p{Cc}/u.test(text))
  // The same without Unicode classes, whose versions differ between programs.
  .meta({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$' })

export const person: Parameter = {
  does: 'The person’s id in the network’s documents.',
  schema: writtenId,
  example: 'p017',
  otherwise: (given) => notFound('Nothing is stored about a person with this id.', given),
}
