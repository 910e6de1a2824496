import type { Operation } from '../store/operations.ts'

type Told = Omit<Operation, 'report' | 'reportText' | 'problem' | 'result'> & Partial<Pick<Operation, 'problem'>>

/** As `operationEntry` has it, with the reason of a failure; what an earlier version of this program stored is sent as it is. */
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

/** The whole operation as JSON, with its report as it is stored: reading and writing one of many weeks would hold everybody up. */
export function operationJson(operation: Operation, keep: number): string {
  return withField(JSON.stringify(operationAnswer(operation, keep)), 'report', operation.reportText)
}

/** JSON of an object with one more field, whose value is JSON already; null: without it. */
export function withField(object: string, name: string, value: string | null): string {
  return value === null ? object : `${object.slice(0, -1)},${JSON.stringify(name)}:${value}}`
}

/** JSON of the fields of two objects, the first of which has some. */
export function joined(one: string, other: string): string {
  const fields = other.trim().slice(1, -1).trim()
  return fields === '' ? one : `${one.slice(0, -1)},${fields}}`
}

/** What there is of these; moments as text. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]))
}
