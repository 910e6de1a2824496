/** What is built and handed out from a rota, as the service answers it. Written by hand in src/week-book.ts; the two must agree. */
import { z } from 'zod'
import { MODES, PRICE_BASES } from '../../src/week-book.ts'

const moment = { date: z.string(), part: z.string() }
const clock = z.string().describe('Local clock time, HH:mm.')

/** Fields of a report. */
export const weekBook = {
  appointments: z
    .array(
      z.strictObject({
        person: z.string(),
        ...moment,
        need: z.string(),
        mode: z.enum(MODES),
        minutes: z.number().describe('Length of each.'),
        contacts: z.int().describe('How many.'),
      }),
    )
    .describe('Whole appointments to build, for each person and session.'),
  duties: z
    .array(
      z.strictObject({
        site: z.string(),
        date: z.string(),
        from: clock,
        to: clock,
        person: z.string().nullable().describe('Null where nobody is.'),
        at: z.string().exactOptional().describe('Where the duty doctor works, where sites share one.'),
      }),
    )
    .describe('Duty doctors of each site, from the beginning of core hours to their end.'),
  gaps: z
    .array(
      z.strictObject({
        site: z.string(),
        ...moment,
        role: z.string(),
        why: z.string(),
        price: z.number().nullable().describe('Likely price in pounds; null where nothing is known of it.'),
        priceFrom: z.enum(PRICE_BASES).nullable(),
      }),
    )
    .describe('Sessions that a locum could hold.'),
  debriefs: z
    .array(
      z.strictObject({
        person: z.string(),
        supervisor: z.string().nullable().describe('Null where nobody has room for another.'),
        ...moment,
        site: z.string(),
        minutes: z.number(),
      }),
    )
    .describe('Who is there to be asked by people who work under supervision.'),
}
