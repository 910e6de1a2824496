/** Pages of lists. */
import { z } from 'zod'

/** A whole number as a query has it. */
export const whole = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number, at least 1.')
  .transform(Number)

/** How many entries a page has at most. */
export function limitUpTo(most: number) {
  return whole
    .refine((limit) => limit <= most, `must be at most ${most}.`)
    .exactOptional()
    .describe(`Entries in one page, at most ${most}.`)
}
