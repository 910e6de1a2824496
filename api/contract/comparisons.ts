/** Schemas of scenario comparisons. The type is handwritten in src/comparison.ts; the two must agree. */
import { z } from 'zod'
import { type Comparison, FIGURE_UNITS, VERDICTS } from '../../src/comparison.ts'
import { changeSchema } from '../../src/intake/scenario/change-schemas.ts'
import { MOST_SCENARIOS } from '../../src/intake/scenario/scenario-reading.ts'
import type { Agrees } from './agrees.ts'
import { documentRequest } from './documents.ts'
import { named } from './named.ts'
import { level } from './report.ts'
import { sentence, word } from './strings.ts'

const DEPTHS = ['mix', 'rota'] as const
export const depth = z
  .enum(DEPTHS)
  .describe('`mix`: staffing mixes, at once, which no rota can better; `rota`: a whole rota for each scenario.')

export const evidence = z
  .boolean()
  .describe('Whether each conclusion holds where assumptions are lower or higher; for mixes of up to five scenarios.')

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const comparisonRequest = z.strictObject({
  document: z.unknown(),
  scenarios: z.unknown(),
  depth: z.unknown().optional(),
  evidence: z.unknown().optional(),
})

const scenarioShape = z.strictObject({
  name: z.string().min(1).max(100),
  changes: z.array(changeSchema).describe('Applied to the document in this order.'),
})

/** Schema for the OpenAPI document. */
export const comparisonShape = z.strictObject({
  document: documentRequest.describe('The base, with which the scenarios are compared.'),
  scenarios: z.array(scenarioShape).min(1).max(MOST_SCENARIOS),
  depth: depth.exactOptional(),
  evidence: evidence.exactOptional(),
})

export const verdict = named('Verdict', z.enum(VERDICTS))

const figureResponse = named(
  'ComparedFigure',
  z.strictObject({
    id: word,
    title: word,
    unit: z.enum(FIGURE_UNITS),
    value: z.number(),
    better: z.enum(['more', 'less']).nullable().describe('Which way is better; null: neither.'),
    levels: z.array(level).describe('The levels on whose proof a difference rests; none: a fact, exact.'),
    verdict: verdict.nullable().describe('Compared with the base; null for the base, and where neither way is better.'),
    difference: z.number().describe('From the base.'),
  }),
)

const comparedLevel = z.strictObject({
  level,
  unit: word,
  value: z.number(),
  bound: z.number().describe('No plan of this scenario is below it.'),
  verdict: verdict.nullable(),
})

export const comparedScenario = named(
  'ComparedScenario',
  z.strictObject({
    name: word,
    status: word,
    sentence: sentence.exactOptional().describe('Why there are no figures.'),
    levels: z.array(comparedLevel),
    figures: z.array(figureResponse),
    evidence: z
      .strictObject({
        conclusion: verdict,
        holds: z.boolean(),
        flips: z
          .array(
            z.strictObject({
              assumption: word,
              at: z.enum(['low', 'high']),
              times: z.number().describe('What the document’s own values are multiplied by.'),
              conclusion: verdict,
              source: sentence,
            }),
          )
          .describe('Assumptions that change the conclusion.'),
      })
      .exactOptional(),
  }),
)

const answer = z.strictObject({
  depth: z.enum(DEPTHS),
  scenarios: z.array(comparedScenario).describe('The base first.'),
})
export const comparisonResponse = named('ScenarioComparison', answer)

/** Fails to compile if the schema and the handwritten type differ. */
export const COMPARISONS_AGREE: Agrees<z.infer<typeof answer>, Comparison> = true
