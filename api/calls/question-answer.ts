/** Long questions as the service answers them. */
import type { Operation } from '../store/operations.ts'
import { operationAnswer } from './operation-answer.ts'

type Told = Omit<Operation, 'report' | 'problem' | 'result'> & Partial<Pick<Operation, 'problem'>>

/** An operation without its result. */
export function questionAnswer(operation: Told, keep: number): Record<string, unknown> {
  return { kind: operation.kind, ...operationAnswer({ ...operation, version: null }, keep) }
}

/** As JSON with its result, which may be large and is passed on as it is stored. */
export function questionJson({ result, ...operation }: Operation, keep: number): string {
  const told = JSON.stringify(questionAnswer(operation, keep))
  return result === null ? told : `${told.slice(0, -1)},"result":${result}}`
}
