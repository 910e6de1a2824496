/** Database look-ups for access: people, sessions, keys, and which network an operation belongs to. */
import { type ApiKey, findKey, listKeys, makeKey, type NewKey, revokeKey } from '../store/api-keys.ts'
import type { Db } from '../store/database.ts'
import type { Grant } from '../store/grants.ts'
import {
  forget,
  type Invitation,
  invite,
  listPeople,
  makeAdministrator,
  type Person,
  regrant,
} from '../store/identities.ts'
import {
  beginSession,
  beginSignIn,
  endSession,
  endSessionsOf,
  findSession,
  type NewSession,
  type Session,
  type SessionTimes,
  type SignInUnderWay,
  takeSignIn,
  type WayHashes,
} from '../store/sessions.ts'

/** Seconds: half an hour idle, like an unattended screen; twelve hours in total, the longest working day. */
export const SESSION_TIMES: SessionTimes = { idle: 30 * 60, whole: 12 * 3600 }

export interface Doors {
  session(hash: string): Promise<Session | null>
  key(hash: string): Promise<Pick<ApiKey, 'id' | 'name' | 'grants'> | null>
  /** Null if there is no such operation. */
  networkOfOperation(id: string): Promise<string | null>

  beginSignIn(way: WayHashes, underWay: SignInUnderWay): Promise<void>
  takeSignIn(way: WayHashes): Promise<SignInUnderWay | null>
  beginSession(session: NewSession): Promise<boolean>
  endSession(hash: string): Promise<{ readonly idToken: string | null } | null>

  makeAdministrator(email: string): Promise<void>
  people(): Promise<readonly Person[]>
  invite(actor: string, invitation: Invitation): Promise<Person | null>
  regrant(actor: string, given: { readonly id: string; readonly grants: readonly Grant[] }): Promise<Person | null>
  forget(actor: string, id: string): Promise<boolean>
  endSessionsOf(actor: string, id: string): Promise<boolean>
  keys(): Promise<readonly ApiKey[]>
  makeKey(actor: string, key: NewKey): Promise<ApiKey>
  revokeKey(actor: string, id: string): Promise<boolean>
}

export function openDoors(db: Db, times: SessionTimes = SESSION_TIMES): Doors {
  return {
    session: (hash) => findSession(db, hash, times),
    key: (hash) => findKey(db, hash),
    networkOfOperation: async (id) => {
      const row = await db.selectFrom('operations').select('network').where('id', '=', id).executeTakeFirst()
      return row?.network ?? null
    },
    beginSignIn: (way, underWay) => beginSignIn(db, way, underWay),
    takeSignIn: (way) => takeSignIn(db, way),
    beginSession: (session) => beginSession(db, session, times),
    endSession: (hash) => endSession(db, hash),
    makeAdministrator: (email) => makeAdministrator(db, email),
    people: () => listPeople(db),
    invite: (actor, invitation) => invite(db, actor, invitation),
    regrant: (actor, given) => regrant(db, actor, given),
    forget: (actor, id) => forget(db, actor, id),
    endSessionsOf: (actor, id) => endSessionsOf(db, actor, id),
    keys: () => listKeys(db),
    makeKey: (actor, key) => makeKey(db, actor, key),
    revokeKey: (actor, id) => revokeKey(db, actor, id),
  }
}
