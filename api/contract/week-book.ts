/** What is built and handed out from a rota, as the service answers it. Written by hand in src/week-book.ts; the two must agree. */
import { z } from 'zod'
import { holding } from '../../src/intake/document/holds.ts'
import { MODES, PRICE_BASES } from '../../src/week-book.ts'
import { day, person, sentence, word } from './strings.ts'

const moment = { date: day, part: word }
const clock = holding('word', z.string().regex(/^\d{2}:\d{2}$/)).describe('Local clock time, HH:mm.')

/** Fields of a report. */
export const weekBook = {
  appointments: z
    .array(
      z.strictObject({
        person,
        ...moment,
        need: word,
        mode: z.enum(MODES),
        minutes: z.number().describe('Length of each.'),
        contacts: z.int().describe('How many.'),
      }),
    )
    .describe('Whole appointments to build, for each person and session.'),
  duties: z
    .array(
      z.strictObject({
        site: word,
        date: day,
        from: clock,
        to: clock,
        person: person.nullable().describe('Null where nobody is.'),
        at: word.exactOptional().describe('Where the duty doctor works, where sites share one.'),
      }),
    )
    .describe('Duty doctors of each site, from the beginning of core hours to their end.'),
  gaps: z
    .array(
      z.strictObject({
        site: word,
        ...moment,
        role: word,
        rule: word.describe('Rule that it would help to keep.'),
        why: sentence,
        price: z.number().nullable().describe('Likely price in pounds; null where nothing is known of it.'),
        priceFrom: z.enum(PRICE_BASES).nullable(),
      }),
    )
    .describe('Sessions that a locum could hold.'),
  debriefs: z
    .array(
      z.strictObject({
        person,
        supervisor: person.nullable().describe('Null where nobody has room for another.'),
        ...moment,
        site: word,
        minutes: z.number(),
      }),
    )
    .describe('Who is there to be asked by people who work under supervision.'),
}
