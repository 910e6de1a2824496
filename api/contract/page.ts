/** Integers in paths and queries, and pagination. */
import { z } from 'zod'

/** Digits only; the OpenAPI document gives the range. */
export function digits(least: 0 | 1, most: number) {
  return z
    .string()
    .regex(least === 0 ? /^\d{1,9}$/ : /^[1-9]\d{0,8}$/, `must be a whole number, at least ${least}.`)
    .refine((text) => Number(text) <= most, `must be at most ${most}.`)
    .meta({ type: 'integer', minimum: least, maximum: most })
}

/** Largest number with nine digits. */
export const NINE_DIGITS = 999_999_999

/** Page size limit. */
export function limitUpTo(most: number) {
  return digits(1, most).transform(Number).exactOptional().describe(`Entries in one page, at most ${most}.`)
}
