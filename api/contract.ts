/** Schemas of requests and responses. Reports, operations and problems are in contract/. */
import { z } from 'zod'
import { LEVELS } from '../src/breach.ts'
import { Complaints } from '../src/intake/document/complaints.ts'
import { complainOf } from '../src/intake/document/wording.ts'
import { EVENINGS } from '../src/intake/network/evenings.ts'
import { isDay } from '../src/time.ts'
import { documentRequest } from './contract/documents.ts'
import { digits, NINE_DIGITS } from './contract/page.ts'
import { remarksResponse } from './contract/problem.ts'
import { hash } from './contract/strings.ts'
import { rotaRequest } from './contract/weeks.ts'

// Requests. A rota document has its own schema, in src/intake/document/schema.ts.

const bound = z
  .boolean()
  .describe('Also compute, for each level, what no rota can be below that is as good on the levels before it.')

const causes = z
  .boolean()
  .describe(
    'Whether findings say why they exist; default: true. Without causes, a large network is judged in less than half the time.',
  )

/** Parses only the outermost shape; both parts have their own readers, with a sentence for every error. */
export const judgementRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown(),
  bound: bound.exactOptional(),
  causes: causes.exactOptional(),
})

/** Schema for the OpenAPI document. */
export const judgementShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest,
  bound: bound.exactOptional(),
  causes: causes.exactOptional(),
})

export const networksQuery = z.strictObject({
  name: z.string().max(100).exactOptional(),
  mine: z
    .enum(['true', 'false'])
    .exactOptional()
    .describe('`true`: only networks in which you have a role; for administrators, those that store anything here.'),
})

export const documentQuery = z.strictObject({
  week: z
    .string()
    .refine(isDay, 'must be a valid date, written as YYYY-MM-DD.')
    .meta({ format: 'date', description: 'Any day of the week to plan; default: next Monday.' })
    .exactOptional(),
  seed: digits(0, NINE_DIGITS).transform(Number).exactOptional().describe('Other people for another seed; default: 1.'),
  evenings: z.enum(EVENINGS).exactOptional(),
})

/** Parses a request, or throws one BadInput with all errors. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const complaints = new Complaints()
  complainOf(read.error.issues, { at: [], value, schema }, complaints)
  return complaints.refuse()
}

// Responses.

export const validationResponse = z.strictObject({
  valid: z.literal(true),
  documentHash: hash,
  remarks: remarksResponse,
  size: z.strictObject({ people: z.int(), sites: z.int(), needs: z.int(), sessions: z.int() }),
})
export type ValidationResponse = z.infer<typeof validationResponse>

export const networksResponse = z.strictObject({
  total: z.int(),
  networks: z.array(
    z.strictObject({
      ods: z.string(),
      name: z.string(),
      icb: z.string(),
      icbName: z.string(),
      practices: z.int(),
      patients: z.number(),
    }),
  ),
})
export type NetworksResponse = z.infer<typeof networksResponse>

export const ruleResponse = z.strictObject({
  id: z.string(),
  title: z.string(),
  level: z.enum(LEVELS),
  mayBend: z
    .boolean()
    .describe('Of a rule of level `never`: whether a network may move it to another level or switch it off.'),
  why: z.string(),
  unit: z.string(),
  numbers: z.record(
    z.string(),
    z.strictObject({ default: z.unknown(), shape: z.string(), meaning: z.string(), source: z.string() }),
  ),
})
export type RuleResponse = z.infer<typeof ruleResponse>

export const healthResponse = z.strictObject({ status: z.literal('ok') })

export const readyResponse = z.strictObject({ status: z.literal('ready'), queued: z.int(), running: z.int() })
