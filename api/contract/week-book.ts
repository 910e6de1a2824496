/** Schemas of what is built and handed out from a rota. The type is handwritten in src/week-book.ts; the two must agree. */
import { z } from 'zod'
import { holding } from '../../src/intake/document/holds.ts'
import { MODES, PRICE_BASES } from '../../src/week-book.ts'
import { day, person, sentence, word } from './strings.ts'

const moment = { date: day, part: word }
const clock = holding('word', z.string().regex(/^\d{2}:\d{2}$/)).describe('Local clock time, HH:mm.')

/** Fields spread into a report. */
export const weekBook = {
  appointments: z
    .array(
      z.strictObject({
        person,
        ...moment,
        need: word,
        mode: z.enum(MODES),
        minutes: z.number().describe('Length of each in minutes.'),
        contacts: z.int().describe('How many.'),
      }),
    )
    .describe('Appointments to build, for each person and session.'),
  duties: z
    .array(
      z.strictObject({
        site: word,
        date: day,
        from: clock,
        to: clock,
        person: person.nullable().describe('Null if there is nobody.'),
        at: word.exactOptional().describe('Where the duty doctor works, if sites share one.'),
      }),
    )
    .describe('Duty doctors of each site, from the start to the end of core hours.'),
  gaps: z
    .array(
      z.strictObject({
        site: word,
        ...moment,
        role: word,
        rule: word.describe('The rule it would help to satisfy.'),
        why: sentence,
        price: z.number().nullable().describe('Likely price in pounds; null if unknown.'),
        priceFrom: z.enum(PRICE_BASES).nullable(),
      }),
    )
    .describe('Sessions that a locum could work.'),
  debriefs: z
    .array(
      z.strictObject({
        person,
        supervisor: person.nullable().describe('Null if nobody has capacity.'),
        ...moment,
        site: word,
        minutes: z.number(),
      }),
    )
    .describe('Supervisors available to people who work under supervision.'),
}
