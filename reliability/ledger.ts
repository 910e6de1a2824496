/** Everything the service has acknowledged to its callers. */
import { createHash } from 'node:crypto'

export interface Acknowledged {
  /** Operation id. */
  readonly id: string
  /** Idempotency key. */
  readonly key: string
  /** JSON as sent. */
  readonly document: string
}

export interface SeenRota {
  readonly version: number
  /** Hash of the report as returned. */
  readonly digest: string
}

export interface Ledger {
  /** By idempotency key. */
  readonly operations: Map<string, Acknowledged>
  /** Documents stored for a week: JSON as sent, by `NETWORK WEEK VERSION`. */
  readonly documents: Map<string, string>
  /** Stored records: JSON as sent, by `NETWORK VERSION`. */
  readonly records: Map<string, string>
  /** Rotas shown to callers, by operation. */
  readonly rotas: Map<string, SeenRota>
  /** Contradictions and other faults seen by callers. */
  readonly broken: string[]
}

export function makeLedger(): Ledger {
  return { operations: new Map(), documents: new Map(), records: new Map(), rotas: new Map(), broken: [] }
}

interface OperationAnswer {
  readonly id: string
  readonly state: string
  readonly version?: number
  readonly report?: unknown
}

/** Records a response, and whether it contradicts earlier ones. */
export function noteAnswer(ledger: Ledger, { id, state, version, report }: OperationAnswer): void {
  const before = ledger.rotas.get(id)
  if (report === undefined || version === undefined) {
    if (before !== undefined) ledger.broken.push(`${id} showed a rota, and is ${state} without one`)
    return
  }
  const digest = digestOf(JSON.stringify(report))
  if (before === undefined) ledger.rotas.set(id, { version, digest })
  else if (before.version !== version || before.digest !== digest)
    ledger.broken.push(`${id} showed rota ${before.version}, and now another as ${version}`)
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
