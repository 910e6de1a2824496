/** Schemas of evidence for a board and a month's lists. */
import { z } from 'zod'
import { SHARED_KINDS } from '../../src/problem.ts'
import { isDay } from '../../src/time.ts'
import { day } from './strings.ts'
import { weekBook } from './week-book.ts'

const dayRequest = z.string().refine(isDay, 'must be a valid date, written as YYYY-MM-DD.').meta({ format: 'date' })

export const evidenceQuery = z.strictObject({
  from: dayRequest.describe('Weeks that begin on this day or later.'),
  to: dayRequest.describe('Weeks that begin on this day or earlier; at most a year.'),
})

export const monthQuery = z.strictObject({
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'must be a month, written as YYYY-MM.'),
})

const figure = z.strictObject({ due: z.number(), inTime: z.number() })

export const evidenceResponse = z.strictObject({
  network: z.string(),
  from: day,
  to: day,
  weeks: z.array(day).describe('Mondays of the published weeks.'),
  unpublished: z.array(day).describe('Mondays without a published rota.'),
  safety: z.array(
    z.strictObject({
      week: day,
      published: z.int().describe('Breaches of hard and safety rules in the published rota.'),
      draft: z.int().nullable().describe('The same in the week’s first stored rota; null if there is none.'),
      rules: z.record(z.string(), z.int()).describe('By rule, in the published rota.'),
    }),
  ),
  fairness: z
    .array(
      z.strictObject({
        role: z.string(),
        kind: z.enum(SHARED_KINDS),
        people: z.int(),
        worked: z.number(),
        above: z.number().describe('The most that somebody worked above their fair share.'),
        below: z.number(),
      }),
    )
    .describe('Roles of three people or more.'),
  protectedTime: z
    .strictObject({ promised: z.number(), planned: z.int() })
    .describe('Sessions of protected time in contracts, and in published rotas.'),
  wishes: z.strictObject({ asked: z.int(), granted: z.int() }),
  changes: z
    .strictObject({ sameDay: z.int(), withinWeek: z.int(), withinFourWeeks: z.int(), longer: z.int() })
    .nullable()
    .describe('Sessions changed after publication, by notice.'),
  service: z
    .strictObject({ urgent: figure, routine: figure, withinOneWeek: figure, withinTwoWeeks: figure })
    .describe('As planned.'),
  sentences: z.array(z.string()).describe('The same in plain English.'),
})

const named = z.array(z.strictObject({ id: z.string(), name: z.string() }))

export const monthListsResponse = z.strictObject({
  network: z.string(),
  month: z.string(),
  duties: weekBook.duties,
  gaps: weekBook.gaps,
  debriefs: weekBook.debriefs,
  protectedTime: z.array(z.strictObject({ person: z.string(), date: day, part: z.string() })),
  people: named.describe('Names of the people in these lists.'),
  sites: named,
})
