/** Types of the tables for users, their sessions and systems' keys. */
import type { ColumnType, Generated } from 'kysely'
import type { Role } from './grants.ts'

/** Set by the database's clock, which all processes share. */
type Moment = ColumnType<Date, Date | undefined, Date>

export interface AccessTables {
  people: {
    id: Generated<string>
    /** Lower case; identifies an invited user until their first sign-in. */
    email: string | null
    /** With `subject`, identifies them at the provider: set at the first sign-in, never from user input. */
    issuer: string | null
    subject: string | null
    name: string
    made_at: Moment
    signed_in_at: Date | null
  }
  memberships: { person_id: string; role: Role; network: string }
  sessions: {
    /** SHA-256 of the cookie, so that reading this table doesn't allow signing in. */
    hash: string
    person_id: string
    /** Sent to the provider at sign-out, so that it ends its own session too. */
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
    /** The first characters, to tell keys apart. */
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
