/** Personal data about one person in a long question and its answer. */
import { z } from 'zod'
import { comparisonResponse, comparisonShape } from '../contract/comparisons.ts'
import { mixResponse, mixShape } from '../contract/mixes.ts'
import { replanResponse, replanShape } from '../contract/replans.ts'
import { stressResponse, stressShape } from '../contract/stress-tests.ts'
import type { PersonResponse } from '../contract/weeks.ts'
import type { StoredQuestion } from '../store/people.ts'
import type { QuestionKind } from '../store/tables.ts'
import { meaningIn } from './erased.ts'
import { placesIn, told } from './told-of.ts'

const document = { document: true } as const

/** The document itself is exported with the documents. */
const SHAPES: Readonly<Record<QuestionKind, z.ZodType>> = {
  replan: shapeOf(replanShape.omit(document), replanResponse),
  comparison: shapeOf(comparisonShape.omit(document), comparisonResponse),
  mix: shapeOf(mixShape.omit(document), mixResponse),
  'stress-test': shapeOf(stressShape.omit(document), stressResponse),
}

function shapeOf(request: z.ZodType, result: z.ZodType): z.ZodType {
  return z.strictObject({ request, result: result.nullable() })
}

/** Null if neither mentions the person. */
export function toldInQuestion(
  { kind, request, result, document }: StoredQuestion,
  { person, names }: { readonly person: string; readonly names: readonly string[] },
): Pick<PersonResponse['operations'][number], 'elsewhere'> | null {
  const value = { request: JSON.parse(request), result: JSON.parse(result ?? 'null') }
  const places = placesIn(SHAPES[kind], value, { person, ...meaningIn(document, person, names) })
  return places.length === 0 ? null : { elsewhere: told(places) }
}
