/** Types of the tables. Versioned JSON is stored as text, so that it is returned byte for byte. */
import type { ColumnType, Generated } from 'kysely'
import type { AccessTables } from './access-tables.ts'

/** What an operation does: plan a week, or answer one of the long questions about one. */
export type OperationKind = 'solve' | QuestionKind
export type QuestionKind = 'replan' | 'comparison' | 'mix' | 'stress-test'

export type OperationState = 'queued' | 'running' | 'done' | 'failed' | 'stopped'

/** Set by the database's clock, which all processes share. */
type Moment = ColumnType<Date, Date | undefined, Date>

export interface Tables extends AccessTables {
  /** Each document once, by its hash. */
  documents: { hash: string; body: string; used_at: Moment }
  operations: {
    id: string
    kind: Generated<OperationKind>
    state: OperationState
    actor: string
    network: string
    week_from: string
    document_hash: string
    submitted_at: Moment
    started_at: Date | null
    finished_at: Date | null
    stop_requested: Generated<boolean>
    /** Number of times a worker has claimed it. */
    attempts: Generated<number>
    /** Token of the one worker that may write; changes on takeover. */
    claim: string | null
    /** That worker's last heartbeat. */
    seen_at: Date | null
    /** JSON of the latest progress. */
    progress: string | null
    /** JSON of the failure, as application/problem+json. */
    problem: string | null
    /** For a question: JSON of the request without the document. */
    request: string | null
    /** For a question: JSON of the answer. */
    result: string | null
  }
  /** `erased` and `records` count people erased and versions of the record. */
  networks: { ods: string; name: string; erased: Generated<number>; records: Generated<number> }
  /** A network's record; its body is in `documents`. */
  kept_records: { network: string; version: number; document_hash: string; actor: string; kept_at: Moment }
  /** The last version numbers issued for each week's documents and rotas. */
  weeks: { network: string; week_from: string; documents: Generated<number>; rotas: Generated<number> }
  /** Links accounts to people in a network. */
  own_people: { network: string; person: string; account_id: string }
  /** Retention of each kind of data in days; null until somebody deletes it. */
  retention: {
    network: string
    weeks: number | null
    drafts: number | null
    record_versions: number | null
    audit: number | null
  }
  /** Addresses of calendar feeds; `subject` is a person or a site. */
  calendars: {
    id: Generated<string>
    network: string
    kind: 'person' | 'site'
    subject: string
    /** SHA-256 of the secret in the address. */
    hash: string
    actor: string
    made_at: Moment
  }
  /** Published sessions as shown in calendars, including cancelled ones. */
  calendar_sessions: {
    network: string
    person: string
    date: string
    part: string
    site: string
    /** Earlier sites of the session. */
    left_sites: Generated<string[]>
    /** JSON of what a calendar shows. */
    body: string
    sequence: Generated<number>
    is_cancelled: Generated<boolean>
    changed_at: Moment
  }
  /** Number of sessions changed after publication, by day. */
  session_changes: {
    id: Generated<string>
    network: string
    date: string
    added: number
    changed: number
    cancelled: number
    changed_at: Moment
  }
  /** Documents stored for a week; `version` counts them. */
  kept_documents: {
    network: string
    week_from: string
    version: number
    document_hash: string
    actor: string
    kept_at: Moment
  }
  /** Rotas of a week, made by a solve or by hand; `version` counts them together. */
  rotas: {
    network: string
    week_from: string
    version: number
    source: 'solve' | 'hand'
    operation_id: string | null
    document_hash: string
    /** Status of the solve's report; null for a rota made by hand. */
    status: string | null
    /** JSON of a report; of `{ assignments, clinics }` if made by hand. */
    body: string
    /** JSON of the rules' findings in a rota made by hand. */
    judgement: string | null
    actor: string
    made_at: Moment
  }
  /** Publication history; a publication that still holds a week hasn't been withdrawn. */
  publications: {
    id: Generated<string>
    network: string
    week_from: string
    version: number
    published_at: Moment
    published_by: string
    withdrawn_at: Date | null
  }
  /** Current publication of each week. */
  published_weeks: { network: string; week: string; publication_id: string }
  /** Swaps of published sessions. `seq` is their order; `giver` is the first of the two people, `taker` the other. */
  swaps: {
    id: Generated<string>
    seq: Generated<string>
    network: string
    /** With `version`: the rota it was last checked against. */
    week_from: string
    version: number
    state: 'proposed' | 'agreed' | 'accepted' | 'refused' | 'withdrawn'
    giver: string
    taker: string
    /** When the first of its sessions begins, in local time. */
    begins: string
    /** JSON of both sides and the rules' verdict. */
    body: string
    proposed_by: string
    proposed_at: Moment
    agreed_at: Date | null
    settled_by: string | null
    settled_at: Date | null
    /** Version of the rota published with the swap. */
    published_version: number | null
  }
  /** Pending database maintenance. */
  chores: { name: string; wanted_at: Moment; is_urgent: boolean }
  /** Webhook addresses of a network; `secret` signs the messages. */
  webhooks: {
    id: string
    network: string
    url: string
    events: string[]
    secret: string
    actor: string
    created_at: Moment
  }
  /** Messages sent or pending: `new` until queued. */
  deliveries: {
    id: Generated<string>
    webhook_id: string
    network: string
    event: string
    body: string
    state: Generated<'new' | 'waiting' | 'delivered' | 'given-up'>
    attempts: Generated<number>
    /** The receiver's last response status. */
    status: number | null
    /** Why it hasn't been delivered, in words. */
    reason: string | null
    created_at: Moment
    finished_at: Date | null
  }
  events: {
    operation_id: string
    seq: number
    kind: 'state' | 'progress' | 'preview'
    body: string
    created_at: Moment
  }
  idempotency_keys: { actor: string; key: string; body_hash: string; operation_id: string; created_at: Moment }
  /** Audit log: who did what to what, when, in which network. Contains no documents and no names from them. */
  audit: { id: Generated<string>; at: Moment; actor: string; action: string; subject: string; network: string | null }
}
