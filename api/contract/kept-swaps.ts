/** Schemas of stored swaps: requests, the stored body, responses. */
import { z } from 'zod'
import { holding } from '../../src/intake/document/holds.ts'
import { SWAP_STATES } from '../store/swaps.ts'
import { named } from './named.ts'
import { limitUpTo } from './page.ts'
import { day, person, sentence, word } from './strings.ts'
import { swapSchema, swapTold } from './swaps.ts'

/** Maximum number of swaps in a response. */
export const MOST_SWAPS = 200

const state = named('SwapState', z.enum(SWAP_STATES)).describe(
  'proposed: by the first of the two; agreed: the other agrees; accepted: published with the swap; lapsed: nobody decided before its first session began.',
)

// Requests.

const asked = { state: state.exactOptional(), limit: limitUpTo(MOST_SWAPS) }

export const swapsQuery = z.strictObject({
  ...asked,
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'must be the `next` of an earlier page.')
    .exactOptional()
    .describe('The `next` of an earlier page.'),
})
export const ownSwapsQuery = z.strictObject(asked)

const sides = swapSchema.describe(
  'Two people, each with the session that they give, of one published rota; who has none in it only takes the other’s.',
)

export const swapProposal = z.strictObject({ swap: sides })
export const ownSwapProposal = z.strictObject({
  network: z.string().max(64).exactOptional().describe('Needed by people who work in several networks.'),
  swap: sides.describe('You and the session that you give, then the other person and theirs.'),
})

// Stored.

const side = z.strictObject({
  person,
  name: holding('name', z.string()),
  date: day,
  part: word,
  starts: word,
  ends: word,
  gives: z
    .strictObject({ site: word, siteName: word, work: word })
    .nullable()
    .describe('Null for somebody who does not work then and only takes the other’s.'),
})

const body = {
  sides: z.array(side).length(2).describe('Who proposes first.'),
  sentence: sentence.describe('What the rules say, in plain English.'),
  better: z.array(sentence),
  worse: z.array(sentence),
  breaks: swapTold.describe('Findings that are new or larger; none of them forbids it.'),
  affected: z.array(person).describe('Who else is in any of these findings.'),
}

/** Stored in `swaps.body`. */
export const swapBody = z.strictObject(body)
export type SwapBody = z.infer<typeof swapBody>

// Answers.

export const swapCheckResponse = named(
  'SwapCheck',
  z.strictObject({
    allowed: z.boolean().describe('No rule without exception is broken that was kept before.'),
    forbids: swapTold.describe('Why not; empty if it is allowed.'),
    ...body,
  }),
)
export type SwapCheckResponse = z.infer<typeof swapCheckResponse>

const moment = z.iso.datetime()

const swap = {
  id: z.uuid(),
  network: z.string(),
  weekFrom: day.describe('The Monday on which its rota starts.'),
  version: z.int().describe('The rota that it was last checked with.'),
  state,
  ...body,
  proposedBy: z.string().describe('Who, as in the audit log: an id, never a name.'),
  proposedAt: moment,
  agreedAt: moment.exactOptional(),
  settledAt: moment.exactOptional(),
  settledBy: z.string().exactOptional(),
  published: z.int().exactOptional().describe('The rota that was published with it, once it is accepted.'),
}

export const keptSwapResponse = named('StoredSwap', z.strictObject(swap))
export type KeptSwapResponse = z.infer<typeof keptSwapResponse>

export const swapsResponse = z.strictObject({
  swaps: z.array(keptSwapResponse).describe('Newest first.'),
  next: z.string().exactOptional().describe('If there are more: send it as `before`.'),
})
export type SwapsResponse = z.infer<typeof swapsResponse>

export const acceptedSwapResponse = z.strictObject({
  ...swap,
  affectedPeople: z.array(z.string()).describe('Whose published sessions are no longer what they were.'),
})

const yours = z.enum(['proposed', 'asked']).describe('Whether you are the first of the two, or the other.')

export const ownSwapResponse = named('OwnSwap', z.strictObject({ ...swap, yours }))
export type OwnSwapResponse = z.infer<typeof ownSwapResponse>
export const ownSwapsResponse = z.strictObject({ swaps: z.array(ownSwapResponse).describe('Newest first.') })
