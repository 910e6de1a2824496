import type { Operation } from '../store/operations.ts'

type Told = Omit<Operation, 'report' | 'reportText' | 'problem' | 'result'> & Partial<Pick<Operation, 'problem'>>

/** An `operationEntry`, with the reason if it failed; data stored by earlier versions of this program is sent as it is. */
export function operationAnswer(operation: Told, keep: number): Record<string, unknown> {
  const { startedAt, finishedAt, progress, version, problem = null } = operation
  const expiresAt = finishedAt === null ? null : new Date(finishedAt.getTime() + keep * 1000)
  return {
    id: operation.id,
    state: operation.state,
    network: operation.network,
    weekFrom: operation.weekFrom,
    documentHash: operation.documentHash,
    submittedAt: operation.submittedAt.toISOString(),
    stopRequested: operation.stopRequested,
    attempts: operation.attempts,
    ...given({ startedAt, finishedAt, expiresAt, progress, version, problem }),
  }
}

/** The whole operation as JSON, with its report spliced in as stored: parsing one of many weeks would block the event loop. */
export function operationJson(operation: Operation, keep: number): string {
  return withField(JSON.stringify(operationAnswer(operation, keep)), 'report', operation.reportText)
}

/** Adds a field whose value is already JSON to the JSON of a non-empty object; null adds nothing. */
export function withField(object: string, name: string, value: string | null): string {
  return value === null ? object : `${object.slice(0, -1)},${JSON.stringify(name)}:${value}}`
}

/** Merges the JSON of two objects; the first must not be empty. */
export function joined(one: string, other: string): string {
  const fields = other.trim().slice(1, -1).trim()
  return fields === '' ? one : `${one.slice(0, -1)},${fields}}`
}

/** Omits nulls and formats dates. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]))
}
