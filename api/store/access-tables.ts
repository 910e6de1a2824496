/** The tables of people, their sessions and the keys of systems, as queries see them. */
import type { ColumnType, Generated } from 'kysely'
import type { Role } from './grants.ts'

/** Set by the database's own clock, which all processes share. */
type Moment = ColumnType<Date, Date | undefined, Date>

export interface AccessTables {
  people: {
    id: Generated<string>
    /** In small letters; how somebody who was let in by it is known until they first sign in. */
    email: string | null
    /** Who they are to the provider that they sign in at: set when they first do, and never by what they send. */
    issuer: string | null
    subject: string | null
    name: string
    made_at: Moment
    signed_in_at: Date | null
  }
  memberships: { person_id: string; role: Role; network: string }
  sessions: {
    /** SHA-256 of the cookie: reading this table does not allow signing in with it. */
    hash: string
    person_id: string
    /** Shown to the provider at the end, so that it ends its own session too. */
    id_token: string | null
    started_at: Moment
    seen_at: Moment
  }
  /** Sign-ins in progress; each can be used once. */
  sign_ins: {
    state_hash: string
    browser_hash: string
    nonce: string
    verifier: string
    return_to: string
    started_at: Moment
  }
  api_keys: {
    id: Generated<string>
    name: string
    hash: string
    /** The first letters, by which people tell keys apart. */
    starts: string
    /** JSON of grants. */
    grants: string
    made_by: string
    made_at: Moment
    expires_at: Date
    revoked_at: Date | null
    used_at: Date | null
  }
}
