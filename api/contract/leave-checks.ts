/** Schemas of leave checks. */
import { z } from 'zod'
import { networkCode } from './network-code.ts'
import { leaveRequest } from './own-weeks.ts'
import { day } from './strings.ts'

export const leaveCheckRequest = z.strictObject({
  network: networkCode.describe('The network’s ODS code.'),
  leave: leaveRequest,
})

const moment = { date: day, part: z.string() }

export const leaveCheckResponse = z.strictObject({
  network: z.string(),
  person: z.string(),
  name: z.string(),
  weeks: z.array(
    z.strictObject({
      from: day.describe('The Monday.'),
      sessions: z.number().describe('Contracted sessions that the person would not work.'),
      role: z
        .strictObject({ role: z.string(), away: z.int(), of: z.int() })
        .describe('People of the role who would be away for half of their week or more.'),
      contacts: z.int().describe('Contacts more for which nobody would have time; an estimate.'),
      duties: z
        .array(z.strictObject({ ...moment, sites: z.array(z.string()) }))
        .describe('Sessions in which nobody could hold the duty any more.'),
      unsupervised: z
        .array(z.strictObject({ ...moment, person: z.string() }))
        .describe('People who would be there without anybody to supervise them.'),
      published: z
        .array(z.strictObject({ ...moment, site: z.string(), work: z.string() }))
        .describe('Sessions of theirs in the published rota.'),
      price: z.number().nullable().describe('Likely price in pounds if locums worked the sessions; null if unknown.'),
      sentences: z
        .array(z.string())
        .describe('What it would do, in plain English, most serious first; none if it would do no harm.'),
      fine: z.array(z.string()).describe('What was looked at and would stay as it should be, in plain English.'),
    }),
  ),
})
