/** Schemas of staffing mixes. The type is handwritten in src/mix-answer.ts; the two must agree. */
import { z } from 'zod'
import { changeSchema } from '../../src/intake/scenario/change-schemas.ts'
import { workforcePlanSchema } from '../../src/intake/scenario/plan-schemas.ts'
import { type MixAnswer, POTS } from '../../src/mix-answer.ts'
import type { Agrees } from './agrees.ts'
import { comparedScenario, verdict } from './comparisons.ts'
import { documentRequest } from './documents.ts'
import { named } from './named.ts'
import { level } from './report.ts'
import { day, sentence, word } from './strings.ts'

export const roleWanted = z.strictObject({ role: z.string(), sessions: z.number().gt(0).max(100) })
export const curveRole = z.string().describe('A role: what from ten sessions fewer to ten more would change.')
export const pounds = z.number().min(0).max(1e9)

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const mixRequest = z.strictObject({
  document: z.unknown(),
  add: z.unknown().optional(),
  curve: z.unknown().optional(),
  budget: z.unknown().optional(),
  extra: z.unknown().optional(),
  funding: z.unknown().optional(),
  frontier: z.unknown().optional(),
  plan: z.unknown().optional(),
})

/** Schema for the OpenAPI document. */
export const mixShape = z.strictObject({
  document: documentRequest,
  add: z
    .array(roleWanted)
    .max(20)
    .exactOptional()
    .describe('Sessions a week that are added, where they are worth most.'),
  curve: curveRole.exactOptional(),
  budget: pounds
    .exactOptional()
    .describe('Pounds a year for all pay, today’s included: the best posts for what is left.'),
  extra: pounds.exactOptional().describe('The same, in pounds a year on top of today’s pay.'),
  funding: z.string().exactOptional().describe('Only posts paid by this, such as `arrs`.'),
  frontier: z.boolean().exactOptional().describe('The best posts for each of five sums.'),
  plan: workforcePlanSchema
    .exactOptional()
    .describe('A workforce plan: what recruiting and training do over four quarters, next to doing nothing.'),
})

const potName = named('Pot', z.enum(POTS))
const levels = z.partialRecord(level, z.number()).describe('By level, in its own unit: less is better.')
const gain = {
  inTime: z.number().describe('Contacts met in time.'),
  met: z.number().describe('Contacts met at all within the week.'),
  urgent: z.number().describe('Urgent contacts met on the day.'),
  levels: levels,
}
const gainResponse = named('MixGain', z.strictObject(gain))
const place = {
  role: word,
  title: word,
  site: word.nullable().describe('Null: all practices.'),
  place: word,
}
const bestResponse = named(
  'BestMix',
  z.strictObject({
    budget: z.number(),
    spent: z.number(),
    posts: z.array(z.strictObject({ ...place, halves: z.int(), sessions: z.number(), cost: z.number() })),
    reimbursed: z
      .strictObject({ arrs: z.number(), 'practice-gp': z.number() })
      .describe('Of what is spent, what each scheme pays; the rest is the network’s own.'),
    gain: gainResponse,
    gap: z.number().describe('How far the last level is from the best possible, relative.'),
  }),
)

const waiting = z.strictObject({
  start: z.number().describe('Contacts that wait when the quarter starts.'),
  end: z.number().describe('An estimate: thirteen weeks like its first, each starting with what the one before left.'),
  late: z.number().describe('Of those who wait at the end, past their target.'),
})

const quarterResponse = z.strictObject({
  quarter: z.int(),
  from: day,
  to: day,
  events: z.array(sentence).describe('What happens in it.'),
  training: z.int().describe('Sessions a week given to training, beside protected time.'),
  scenarios: z.tuple([comparedScenario, comparedScenario]).describe('A week if nothing is done, and with the plan.'),
  conclusion: verdict,
  cost: z
    .strictObject({ without: z.number(), with: z.number() })
    .describe('Pounds of the quarter: if nothing is done, and with the plan.'),
  once: z.number().describe('Of the cost with the plan, what is spent once.'),
  waiting: z
    .strictObject({ without: waiting, with: waiting })
    .describe('If nothing is done, and with the plan; the next quarter starts with what waits at the end.'),
  // Zod infers this type; the handwritten answer doesn't mention it.
  changes: z
    .array(changeSchema as z.ZodType<unknown>)
    .describe('The quarter as changes of the document, for `POST /v1/comparisons`.'),
  sentence: sentence,
})
const planResponse = named(
  'WorkforcePlan',
  z.strictObject({
    name: sentence,
    quarters: z.array(quarterResponse),
    sentences: z.array(sentence).describe('Of the year.'),
  }),
)

const answer = z.strictObject({
  base: z.strictObject({
    inTime: z.number(),
    met: z.number(),
    waiting: z.number(),
    cost: z.number().describe('Pounds, of the week.'),
    levels: levels,
  }),
  pots: z
    .array(
      z.strictObject({
        pot: potName,
        of: z.number().describe('Pounds a year.'),
        used: z.number().describe('By today’s contracts.'),
        source: sentence,
        estimate: z.boolean(),
      }),
    )
    .describe('The schemes of the contract year that reimburse posts.'),
  values: z
    .array(
      z.strictObject({
        ...place,
        gain: gainResponse,
        checked: z
          .boolean()
          .describe('Solved again with the session; otherwise an estimate, of which only the levels are known.'),
        cost: z.number(),
        pot: potName.nullable().describe('The scheme that may reimburse it.'),
        netCost: z.number().describe('Of the cost, what nobody reimburses.'),
        metPerThousand: z.number().nullable().describe('Contacts met for each £1,000 after reimbursement.'),
      }),
    )
    .describe('One more session a week of each role and place, the best first.'),
  curve: z
    .array(z.strictObject({ extra: z.int(), ...gain, cost: z.number(), checked: z.literal(true) }))
    .exactOptional()
    .describe('Differences from today, by the number of sessions more or fewer.'),
  curveOf: z.strictObject({ ...place, flatFrom: z.int().nullable(), concave: z.boolean() }).exactOptional(),
  priorities: z.array(z.strictObject({ level, given: z.number(), of: word, gain: gainResponse, sentence })),
  added: z
    .strictObject({
      posts: z.array(z.strictObject({ ...place, sessions: z.number() })),
      gain: gainResponse,
      cost: z.number(),
    })
    .exactOptional(),
  best: bestResponse.exactOptional(),
  frontier: z.array(bestResponse).exactOptional(),
  average: z
    .strictObject({
      staff: z.array(
        z.strictObject({
          group: word,
          roles: z.array(word),
          own: z.number(),
          england: z.number().describe('Full-time equivalents for as many patients.'),
          source: sentence,
        }),
      ),
      gain: gainResponse,
      cost: z.number().describe('Pounds a year more than today’s pay.'),
    })
    .exactOptional()
    .describe('With `frontier`: the same patients with a team like England’s.'),
  plan: planResponse.exactOptional(),
  solved: z.int().describe('Linear programmes solved.'),
})
export const mixResponse = named('Mix', answer)

/** Fails to compile if the schema and the handwritten type differ. */
export const MIXES_AGREE: Agrees<z.infer<typeof answer>, MixAnswer> = true
