/**
 * Schemas of stored data, annotated with what their strings hold: a document or record with its rules, a rota of either source, a
 * problem.
 */
import { z } from 'zod'
import { fullSchema } from '../../src/intake/document/full-schema.ts'
import { fullRecordSchema } from '../../src/intake/record/full-record-schema.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { swapBody } from '../contract/kept-swaps.ts'
import { problemResponse } from '../contract/problem.ts'
import { assignmentResponse, clinicResponse, judgementResponse, reportResponse } from '../contract/report.ts'
import { fieldsOf } from './fields.ts'

/** A rota made by hand, as stored in `rotas.body`. */
const planByHand = z.strictObject({ assignments: z.array(assignmentResponse), clinics: z.array(clinicResponse) })

export interface KeptShapes {
  readonly document: z.ZodType
  readonly record: z.ZodType
  readonly report: z.ZodType
  readonly plan: z.ZodType
  readonly judgement: z.ZodType
  readonly problem: z.ZodType
  readonly swap: z.ZodType
}

export type KeptKind = keyof KeptShapes

export function keptShapes(ruleBook: readonly RuleEntry[]): KeptShapes {
  return {
    document: fullSchema(ruleBook),
    record: fullRecordSchema(ruleBook),
    report: reportResponse,
    plan: planByHand,
    judgement: judgementResponse,
    problem: problemResponse,
    swap: swapBody,
  }
}

/** Distinguishes records from documents, which share a table. */
export function isRecord(body: unknown): boolean {
  return fieldsOf(body).format === 'network/1'
}
