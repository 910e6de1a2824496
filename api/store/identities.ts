/** People who may sign in, and their grants by network. Added by administrators; there is no self-registration. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { EVERY_NETWORK, type Grant } from './grants.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly subject: string | null
  readonly signedInAt: Date | null
  readonly grants: readonly Grant[]
}

/** Somebody invited, identified by an email address or by the provider's subject. */
export interface Invitation {
  readonly name: string
  readonly email: string | null
  /** Subject at the provider `issuer`; both or neither are set. */
  readonly subject: string | null
  readonly issuer: string | null
  readonly grants: readonly Grant[]
}

/** Adds a person; null if the address or subject is taken. */
export function invite(db: Db, actor: string, { grants, ...person }: Invitation): Promise<Person | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('people')
      .values({ ...person, email: person.email?.toLowerCase() ?? null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) return null
    await setGrants(trx, row.id, grants)
    await record(trx, { actor, action: 'invite', subject: row.id, network: null })
    return findPerson(trx, row.id)
  })
}

/** Replaces the roles; null if nobody has this id. */
export function regrant(db: Db, actor: string, given: { id: string; grants: readonly Grant[] }) {
  return db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom('people').select('id').where('id', '=', given.id).forUpdate().executeTakeFirst()
    if (person === undefined) return null
    await setGrants(trx, given.id, given.grants)
    await record(trx, { actor, action: 'grant', subject: given.id, network: null })
    return findPerson(trx, given.id)
  })
}

async function setGrants(trx: Db, id: string, grants: readonly Grant[]): Promise<void> {
  await trx.deleteFrom('memberships').where('person_id', '=', id).execute()
  if (grants.length === 0) return
  const rows = grants.map(({ role, network }) => ({ person_id: id, role, network }))
  await trx
    .insertInto('memberships')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Removes a person's access, which ends their sessions. False if nobody has this id. */
export function forget(db: Db, actor: string, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.deleteFrom('people').where('id', '=', id).returning('id').executeTakeFirst()
    if (row === undefined) return false
    await record(trx, { actor, action: 'forget', subject: id, network: null })
    return true
  })
}

/** Set by the operator at start-up: the person with this address is an administrator. */
export function makeAdministrator(db: Db, email: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('people')
      .values({ email: email.toLowerCase(), name: '' })
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ email: email.toLowerCase() }))
      .returning('id')
      .executeTakeFirstOrThrow()
    const made = await trx
      .insertInto('memberships')
      .values({ person_id: id, role: 'administrator', network: EVERY_NETWORK })
      .onConflict((conflict) => conflict.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (made !== undefined) await record(trx, { actor: 'operator', action: 'grant', subject: id, network: null })
  })
}

/** A provider's claims about somebody; `email` only if verified. */
export interface Claimed {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
}

/**
 * The person with this subject, or else the one invited under the verified address, who is bound to this subject from now on: an
 * address later reassigned to somebody else doesn't let them in.
 */
export function recognise(trx: Db, { issuer, subject, email }: Claimed): Promise<{ id: string } | undefined> {
  return trx
    .updateTable('people')
    .set({ issuer, subject, signed_in_at: sql<Date>`now()` })
    .where(({ eb, and, or, not, exists, selectFrom }) => {
      const known = and([eb('issuer', '=', issuer), eb('subject', '=', subject)])
      if (email === null) return known
      const somebodyIsKnown = exists(
        selectFrom('people as other')
          .select('other.id')
          .where('other.issuer', '=', issuer)
          .where('other.subject', '=', subject),
      )
      const invited = and([eb('email', '=', email.toLowerCase()), eb('subject', 'is', null), not(somebodyIsKnown)])
      return or([known, invited])
    })
    .returning('id')
    .executeTakeFirst()
}

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const [person] = await people(db, id)
  return person ?? null
}

/** Everybody, in the order they were added. */
export function listPeople(db: Db): Promise<readonly Person[]> {
  return people(db, null)
}

async function people(db: Db, id: string | null): Promise<Person[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('memberships', 'memberships.person_id', 'people.id')
    .select(['people.id', 'name', 'email', 'subject', 'signed_in_at', 'role', 'network'])
    .$if(id !== null, (query) => query.where('people.id', '=', id ?? ''))
    .orderBy('people.made_at')
    .orderBy('people.id')
    .orderBy('network')
    .orderBy('role')
    .execute()
  const found = new Map<string, Person & { grants: Grant[] }>()
  for (const { role, network, signed_in_at: signedInAt, ...row } of rows) {
    const person = found.get(row.id) ?? { ...row, signedInAt, grants: [] }
    found.set(row.id, person)
    if (role !== null && network !== null) person.grants.push({ role, network })
  }
  return [...found.values()]
}
