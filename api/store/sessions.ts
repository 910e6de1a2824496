/** Browser sessions, and sign-ins in progress. Secrets are already hashed here. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import type { Grant } from './grants.ts'
import { type Claimed, recognise } from './identities.ts'

/** In seconds. */
export interface SessionTimes {
  /** Idle timeout. */
  readonly idle: number
  /** Maximum lifetime. */
  readonly whole: number
}

/** Seconds between updates of a session's or key's last use, so that not every call writes. */
export const NOTE_EVERY = 60

export interface Session {
  readonly personId: string
  readonly name: string
  readonly grants: readonly Grant[]
}

const ago = (seconds: number) => sql<Date>`now() - make_interval(secs => ${seconds})`

/** Whose session this is; null if it has ended or never existed. */
export async function findSession(db: Db, hash: string, { idle, whole }: SessionTimes): Promise<Session | null> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('memberships', 'memberships.person_id', 'people.id')
    .select(['people.id', 'people.name', 'memberships.role', 'memberships.network'])
    .select(sql<boolean>`seen_at < ${ago(NOTE_EVERY)}`.as('stale'))
    .where('hash', '=', hash)
    .where('seen_at', '>', ago(idle))
    .where('started_at', '>', ago(whole))
    .execute()
  const [first] = rows
  if (first === undefined) return null
  if (first.stale) {
    await db.updateTable('sessions').set({ seen_at: sql<Date>`now()` }).where('hash', '=', hash).execute()
  }
  const grants = rows.flatMap(({ role, network }) => (role !== null && network !== null ? [{ role, network }] : []))
  return { personId: first.id, name: first.name, grants }
}

export interface NewSession {
  readonly hash: string
  readonly idToken: string | null
  /** The browser's previous session, which ends. */
  readonly before: string | null
  readonly claimed: Claimed
}

/** Starts a session for the claimed person; false if nobody gave them access. */
export function beginSession(db: Db, { hash, idToken, before, claimed }: NewSession, times: SessionTimes) {
  return db.transaction().execute(async (trx): Promise<boolean> => {
    if (before !== null) await trx.deleteFrom('sessions').where('hash', '=', before).execute()
    await trx
      .deleteFrom('sessions')
      .where(({ eb, or }) => or([eb('seen_at', '<', ago(times.idle)), eb('started_at', '<', ago(times.whole))]))
      .execute()
    const person = await recognise(trx, claimed)
    if (person === undefined) return false
    await trx.insertInto('sessions').values({ hash, person_id: person.id, id_token: idToken }).execute()
    await record(trx, { actor: person.id, action: 'sign-in', subject: person.id, network: null })
    return true
  })
}

/** Ends a session; returns what the provider needs to end its own, or null if there was no session. */
export function endSession(db: Db, hash: string): Promise<{ idToken: string | null } | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .deleteFrom('sessions')
      .where('hash', '=', hash)
      .returning(['person_id', 'id_token'])
      .executeTakeFirst()
    if (row === undefined) return null
    await record(trx, { actor: row.person_id, action: 'sign-out', subject: row.person_id, network: null })
    return { idToken: row.id_token }
  })
}

/** Ends all of a person's sessions, on all machines. False if nobody has this id. */
export function endSessionsOf(db: Db, actor: string, personId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) return false
    await trx.deleteFrom('sessions').where('person_id', '=', personId).execute()
    await record(trx, { actor, action: 'end-sessions', subject: personId, network: null })
    return true
  })
}

/** State needed when somebody returns from the provider. */
export interface SignInUnderWay {
  readonly nonce: string
  readonly verifier: string
  /** A path of this service. */
  readonly returnTo: string
}

/** Hashes identifying one browser and one sign-in. */
export interface WayHashes {
  readonly state: string
  readonly browser: string
}

/** Seconds a sign-in at the provider may take. */
const PATIENCE = 600

export async function beginSignIn(db: Db, way: WayHashes, { nonce, verifier, returnTo }: SignInUnderWay) {
  await db.deleteFrom('sign_ins').where('started_at', '<', ago(PATIENCE)).execute()
  const values = { state_hash: way.state, browser_hash: way.browser, nonce, verifier, return_to: returnTo }
  await db.insertInto('sign_ins').values(values).execute()
}

/** Consumes a sign-in: null if it is unknown, expired, another browser's, or already used. */
export async function takeSignIn(db: Db, way: WayHashes): Promise<SignInUnderWay | null> {
  const row = await db
    .deleteFrom('sign_ins')
    .where('state_hash', '=', way.state)
    .where('browser_hash', '=', way.browser)
    .where('started_at', '>', ago(PATIENCE))
    .returning(['nonce', 'verifier', 'return_to'])
    .executeTakeFirst()
  return row === undefined ? null : { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
}
