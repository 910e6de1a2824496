/** The tables, as queries see them. What is versioned JSON is kept as text, so that it comes back byte for byte. */
import type { ColumnType, Generated } from 'kysely'

export type OperationState = 'queued' | 'running' | 'done' | 'failed' | 'stopped'

/** Set by the database's own clock, which all processes share. */
type Moment = ColumnType<Date, Date | undefined, Date>

export interface Tables {
  /** Each document once, by its hash. */
  documents: { hash: string; body: string; used_at: Moment }
  operations: {
    id: string
    state: OperationState
    actor: string
    network: string
    week_from: string
    document_hash: string
    submitted_at: Moment
    started_at: Date | null
    finished_at: Date | null
    stop_requested: Generated<boolean>
    /** How often a worker has taken it up. */
    attempts: Generated<number>
    /** The one worker that may write here; another name as soon as it is taken over. */
    claim: string | null
    /** When that worker was last heard of. */
    seen_at: Date | null
    /** JSON of the latest progress. */
    progress: string | null
    /** JSON of what went wrong, as application/problem+json. */
    problem: string | null
  }
  /** A finished solve's report; `version` counts the reports of one network's week. */
  reports: {
    operation_id: string
    network: string
    week_from: string
    version: number
    body: string
    created_at: Moment
  }
  events: { operation_id: string; seq: number; kind: 'state' | 'progress'; body: string; created_at: Moment }
  idempotency_keys: { actor: string; key: string; body_hash: string; operation_id: string; created_at: Moment }
  /** Who did what to what, when. Holds no document and no name of anybody in one. */
  audit: { id: Generated<string>; at: Moment; actor: string; action: string; subject: string }
}
