/** Responses for long questions. */
import type { Operation } from '../store/operations.ts'
import { operationAnswer, withField } from './operation-answer.ts'

type Told = Omit<Parameters<typeof operationAnswer>[0], 'version'>

/** An operation without its result. */
export function questionAnswer(operation: Told, keep: number): Record<string, unknown> {
  return { kind: operation.kind, ...operationAnswer({ ...operation, version: null }, keep) }
}

/** JSON with the result spliced in as stored, since it may be large. */
export function questionJson(operation: Operation, keep: number): string {
  return withField(JSON.stringify(questionAnswer(operation, keep)), 'result', operation.result)
}
