import type { Operation } from '../store/operations.ts'

type Told = Omit<Operation, 'report' | 'problem' | 'result'> & Partial<Pick<Operation, 'report' | 'problem'>>

/** As `operationResponse` has it; what an earlier version of this program stored is sent as it is. */
export function operationAnswer(operation: Told, keep: number): Record<string, unknown> {
  const { startedAt, finishedAt, progress, version, report = null, problem = null } = operation
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
    ...given({ startedAt, finishedAt, expiresAt, progress, version, report, problem }),
  }
}

/** What there is of these; moments as text. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]))
}
