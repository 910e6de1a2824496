/** Links between accounts and a network's people. */
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import { type PersonOf, subjectOf } from './people.ts'

/** An account, by its id or by its email address. */
export interface AccountOf {
  readonly id?: string
  readonly email?: string
}

export interface OwnPerson {
  readonly network: string
  readonly networkName: string
  readonly person: string
}

/** Links a person to an account, replacing any earlier link; null if no such account has a role in this network. */
export function linkAccount(db: Db, { network, actor, person }: PersonOf, account: AccountOf) {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const found = await membersOf(trx, network)
      .where((eb) =>
        account.id === undefined
          ? eb('email', '=', account.email?.toLowerCase() ?? '')
          : eb('people.id', '=', account.id),
      )
      .executeTakeFirst()
    if (found === undefined) return null
    await trx
      .deleteFrom('own_people')
      .where('network', '=', network)
      .where((eb) => eb.or([eb('person', '=', person), eb('account_id', '=', found.id)]))
      .execute()
    await trx.insertInto('own_people').values({ network, person, account_id: found.id }).execute()
    await record(trx, { actor, action: 'link-account', subject: subjectOf(person), network })
    return found
  })
}

function membersOf(db: Db, network: string) {
  return db
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.person_id', 'people.id')
    .select(['people.id', 'people.name'])
    .where('memberships.network', '=', network)
}

/** False if the person has no account. */
export function unlinkAccount(db: Db, { network, actor, person }: PersonOf): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('own_people')
      .where('network', '=', network)
      .where('person', '=', person)
      .returning('account_id')
      .executeTakeFirst()
    if (gone === undefined) return false
    await record(trx, { actor, action: 'unlink-account', subject: subjectOf(person), network })
    return true
  })
}

/** People of a network who have an account. */
export function listAccounts(db: Db, network: string) {
  return db
    .selectFrom('own_people')
    .innerJoin('people', 'people.id', 'own_people.account_id')
    .select(['own_people.person', 'people.id as account', 'people.name'])
    .where('own_people.network', '=', network)
    .orderBy('own_people.person')
    .execute()
}

/** The people linked to an account, in networks where it still has a role. */
export function ownPeople(db: Db, account: string): Promise<OwnPerson[]> {
  return db
    .selectFrom('own_people')
    .innerJoin('networks', 'networks.ods', 'own_people.network')
    .select(['own_people.network', 'networks.name as networkName', 'own_people.person'])
    .where('own_people.account_id', '=', account)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('memberships')
          .select('role')
          .whereRef('memberships.network', '=', 'own_people.network')
          .whereRef('memberships.person_id', '=', 'own_people.account_id'),
      ),
    )
    .orderBy('own_people.network')
    .execute()
}
