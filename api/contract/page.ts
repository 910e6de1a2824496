/** Whole numbers as a path or a query has them, and pages of lists. */
import { z } from 'zod'

/** Digits alone; the OpenAPI document says what they mean. */
export function digits(least: 0 | 1, most: number) {
  return z
    .string()
    .regex(least === 0 ? /^\d{1,9}$/ : /^[1-9]\d{0,8}$/, `must be a whole number, at least ${least}.`)
    .refine((text) => Number(text) <= most, `must be at most ${most}.`)
    .meta({ type: 'integer', minimum: least, maximum: most })
}

/** The most that nine digits can be. */
export const NINE_DIGITS = 999_999_999

/** How many entries a page has at most. */
export function limitUpTo(most: number) {
  return digits(1, most).transform(Number).exactOptional().describe(`Entries in one page, at most ${most}.`)
}
