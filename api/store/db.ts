/** A database as queries see it, in or out of a transaction. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
