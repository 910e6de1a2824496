/** Schemas of people's own weeks and wishes, leave, and fair shares. */
import { z } from 'zod'
import { SHARED_KINDS } from '../../src/problem.ts'
import { isDay } from '../../src/time.ts'
import { named } from './named.ts'
import { digits } from './page.ts'
import { day } from './strings.ts'

const dayRequest = z.string().refine(isDay, 'must be a valid date, written as YYYY-MM-DD.').meta({ format: 'date' })

// Requests.

export const ownWeeksQuery = z.strictObject({
  from: dayRequest.exactOptional().describe('Any day of the first week; default: today.'),
  weeks: digits(1, 53).transform(Number).exactOptional().describe('Default: 8.'),
})

const ownWish = z.strictObject({
  part: z.string().describe('`fri-pm`; or a part of the day, if there is a date.'),
  date: dayRequest.nullable().exactOptional(),
  want: z.enum(['off', 'on']),
})

/** Limit on one person's wishes, since all wishes compete with each other. */
const MOST_WISHES = 60

export const ownWishesRequest = z.strictObject({
  network: z.string().max(64).exactOptional().describe('Needed by people who work in several networks.'),
  wishes: z.array(ownWish).max(MOST_WISHES).describe('All your wishes: they replace those you had.'),
})

export const accountRequest = z
  .strictObject({
    account: z.guid().toLowerCase().exactOptional(),
    email: z.email().max(254).exactOptional(),
  })
  .refine(
    ({ account, email }) => (account === undefined) !== (email === undefined),
    'must have either an "account" or an "email".',
  )

export const fairnessQuery = z.strictObject({
  weeks: digits(1, 52).transform(Number).exactOptional().describe('Default: 12.'),
  before: dayRequest
    .exactOptional()
    .describe('Any day of the week after the last that counts; default: the week after the last published one.'),
})

export const leaveQuery = z.strictObject({
  from: dayRequest.exactOptional().describe('Default: today.'),
  to: dayRequest.exactOptional().describe('Default: a year later.'),
})

export const leaveRequest = z.strictObject({
  person: z.string().max(64),
  from: dayRequest,
  to: dayRequest,
  parts: z.array(z.string().max(64)).max(40).exactOptional().describe('Default: whole days.'),
})

// Answers.

const wishCount = named(
  'WishCount',
  z.strictObject({ asked: z.int(), granted: z.int() }).describe('Sessions wished for, and how many came true.'),
)

const wishResponse = z.strictObject({
  id: z.string(),
  part: z.string(),
  date: day.nullable().exactOptional(),
  want: z.enum(['off', 'on']),
})

export const ownWishesResponse = z.strictObject({
  network: z.string(),
  person: z.string(),
  wishes: z.array(wishResponse),
})
export type OwnWishesResponse = z.infer<typeof ownWishesResponse>

export const allOwnWishesResponse = z.strictObject({
  people: z
    .array(ownWishesResponse.extend({ networkName: z.string() }))
    .describe('Who you are in each of your networks.'),
})
export type AllOwnWishesResponse = z.infer<typeof allOwnWishesResponse>

const clock = z.string().regex(/^\d{2}:\d{2}$/)

export const ownWeeksResponse = z.strictObject({
  people: z
    .array(
      z.strictObject({
        network: z.string(),
        networkName: z.string(),
        person: z.string(),
        name: z.string().nullable().describe('Null if no published week has you.'),
        weeks: z
          .array(
            z.strictObject({
              from: day,
              sessions: z.array(
                z.strictObject({
                  date: day,
                  part: z.string(),
                  starts: clock,
                  ends: clock,
                  site: z.string(),
                  siteName: z.string(),
                  work: z.string(),
                  remote: z.literal(true).exactOptional(),
                }),
              ),
              away: z.array(z.strictObject({ from: day, to: day, parts: z.array(z.string()).exactOptional() })),
              wishes: z
                .strictObject({ own: wishCount, everybody: wishCount })
                .describe('Yours, and those of everybody together, yours included.'),
            }),
          )
          .describe('Published weeks only.'),
      }),
    )
    .describe('Who you are in each of your networks.'),
})
export type OwnWeeksResponse = z.infer<typeof ownWeeksResponse>

export const accountResponse = z.strictObject({ person: z.string(), account: z.uuid(), name: z.string() })
export const accountsResponse = z.strictObject({ network: z.string(), accounts: z.array(accountResponse) })

const kinds = Object.fromEntries(SHARED_KINDS.map((kind) => [kind, z.number()])) as Record<
  (typeof SHARED_KINDS)[number],
  z.ZodNumber
>

export const fairnessResponse = z.strictObject({
  network: z.string(),
  from: day,
  to: day,
  published: z.array(day).describe('Mondays of the published weeks within.'),
  people: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      role: z.string(),
      weeks: z.int().describe('Published weeks in which they were in post.'),
      sessions: z.number(),
      ...kinds,
      fair: z.strictObject(kinds).describe('What would have been a fair share of each.'),
      wishes: wishCount,
    }),
  ),
  wishes: wishCount,
})
export type FairnessResponse = z.infer<typeof fairnessResponse>

const leaveRow = {
  id: z.string(),
  person: z.string(),
  from: day,
  to: day,
  parts: z.array(z.string()).exactOptional(),
}

export const keptLeaveResponse = z.strictObject({
  ...leaveRow,
  recordVersion: z.int().describe('Version of the record that has it.'),
})

export const leaveResponse = z.strictObject({
  network: z.string(),
  leave: z.array(z.strictObject({ ...leaveRow, name: z.string(), role: z.string() })).describe('In order of time.'),
  days: z
    .array(
      z.strictObject({
        date: day,
        role: z.string(),
        away: z.int().describe('People of the role on leave for some or all of the day.'),
        of: z.int().describe('People of the role in post.'),
      }),
    )
    .describe('Weekdays on which somebody is away, by role.'),
})
export type LeaveResponse = z.infer<typeof leaveResponse>
