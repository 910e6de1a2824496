/** Schemas of file imports. */
import { z } from 'zod'
import { assignmentSchema } from '../../src/intake/document/schema.ts'
import { CORRECTION_KINDS, IMPORT_KINDS } from '../../src/intake/imports/import-answer.ts'
import { cycleSchema, demandSchema, leaveSchema, recordPersonSchema } from '../../src/intake/record/schema.ts'
import { isDay, weekdayOf } from '../../src/time.ts'
import { named } from './named.ts'
import { networkCode } from './network-code.ts'
import { sentence, word } from './strings.ts'

export const importQuery = z.strictObject({
  as: z.enum(IMPORT_KINDS).describe('What the file holds.'),
  network: networkCode
    .exactOptional()
    .describe(
      'The network’s ODS code: names are matched to its record, and the mappings in its `imports` are applied.',
    ),
  week: z
    .string()
    .refine((text) => isDay(text) && weekdayOf(text) === 'mon', 'must be a Monday, written as YYYY-MM-DD.')
    .meta({ format: 'date' })
    .exactOptional()
    .describe(
      'Of a rota, with `network`: the Monday of the week that it is for. Names are matched to the people of that week, and other dates are left out.',
    ),
  preview: z.enum(['true', 'false']).exactOptional().describe('Nothing is kept either way; default: true.'),
  year: z
    .string()
    .regex(/^20\d\d$/, 'must be a year such as 2026.')
    .exactOptional()
    .describe('Of dates without one.'),
  role: z.string().max(64).exactOptional().describe('The role of people for whom the file names none.'),
  site: z.string().max(64).exactOptional().describe('The site of people for whom the file names none.'),
})

const place = {
  sheet: sentence.exactOptional(),
  row: z.int().nullable().describe('As spreadsheets count, from 1; null for the whole file.'),
  column: word.nullable().describe('By its letters; null for a whole row.'),
  seen: sentence,
  correct: z
    .strictObject({
      by: z
        .enum(CORRECTION_KINDS)
        .describe('A part of the mapping; or `year`, `role` or `site`, which are parameters of the call.'),
      word: sentence.exactOptional().describe('The word to which the mapping gives a meaning.'),
      meaning: word.exactOptional().describe('What was taken.'),
    })
    .exactOptional()
    .describe('What would change how it is read.'),
}
const counts = z.record(word, z.number())

const figures = z.strictObject({
  publication: word,
  from: word.nullable(),
  to: word.nullable(),
  rows: z.int(),
  total: z.number(),
  sums: z
    .record(word, counts)
    .describe('By dimension (status, professional, mode, time from booking, category) and value.'),
  areas: counts,
  days: counts,
  practices: z.array(z.strictObject({ ods: word, name: word, total: z.number(), by: counts })),
})

export const importResponse = z.strictObject({
  understood: z
    .strictObject({
      as: z.enum(IMPORT_KINDS),
      file: word.describe('What kind of file it is, by its content.'),
      sentence,
      counts,
      guesses: z
        .array(z.strictObject({ ...place, taken: sentence }))
        .describe('Choices to check, and to correct by a mapping.'),
      notImported: z
        .array(z.strictObject({ ...place, why: sentence }))
        .describe('Recognised, and left out on purpose: totals, comments, colours, hidden sheets, reasons for leave.'),
    })
    .nullable(),
  problems: z
    .array(z.strictObject({ ...place, detail: sentence, maybe: sentence.exactOptional() }))
    .describe('Every cell that was not understood. Nothing is half imported.'),
  result: z
    .strictObject({
      people: z.array(recordPersonSchema),
      cycle: cycleSchema,
      leave: z.array(leaveSchema),
      demand: demandSchema,
      series: z.array(
        z.strictObject({
          date: word,
          site: word.nullable(),
          need: word.nullable(),
          type: sentence,
          contacts: z.number(),
        }),
      ),
      sites: z.array(z.strictObject({ id: word, patients: z.number(), adjustedPatients: z.number().exactOptional() })),
      figures,
      assignments: z.array(assignmentSchema),
    })
    .partial()
    .exactOptional()
    .describe('Only if there are no problems.'),
})
named('Import', importResponse)
