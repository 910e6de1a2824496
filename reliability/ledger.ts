/** What the service has acknowledged, as its callers remember it. */
import { createHash } from 'node:crypto'

export interface Acknowledged {
  /** Of the operation. */
  readonly id: string
  /** The caller's own name for the call. */
  readonly key: string
  /** JSON as it was sent. */
  readonly document: string
}

export interface SeenRota {
  readonly version: number
  /** Of the report as it was answered. */
  readonly digest: string
}

export interface Ledger {
  /** By the key of the call. */
  readonly operations: Map<string, Acknowledged>
  /** Documents that were kept for a week: JSON as it was sent, by `NETWORK WEEK VERSION`. */
  readonly documents: Map<string, string>
  /** Records that were kept: JSON as it was sent, by `NETWORK VERSION`. */
  readonly records: Map<string, string>
  /** Rotas that a caller has been shown, by operation. */
  readonly rotas: Map<string, SeenRota>
  /** What no caller should ever see. */
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

/** Notes what an answer shows, and whether it contradicts what was shown before. */
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
