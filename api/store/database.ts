/** A database, wherever it is: in memory, in a folder of this machine, or on a PostgreSQL server. */
import { resolve } from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { BadInput } from '../../src/errors.ts'
import { whyAway } from './away.ts'
import { answerBackups } from './backup/backup-door.ts'
import type { Db } from './db.ts'
import { openFolder, openMemory } from './embedded.ts'
import { migrate } from './migrations.ts'
import { pgliteDialect } from './pglite-dialect.ts'

export type Home =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string }

export type { Db } from './db.ts'

export interface Database {
  readonly db: Db
  close(): Promise<void>
}

/** True where no other process can have this database. */
export function isAlone(home: Home): boolean {
  return home.kind !== 'server'
}

/** Connections of one process to a server. */
const POOL = 10

/** Opens a database that is up to date; BadInput where the folder or server that was named is not to be had. */
export async function openDatabase(home: Home, onLost: (error: unknown) => void): Promise<Database> {
  if (home.kind === 'server') return openServer(home.url, onLost)
  const { pglite, ready, lock } = home.kind === 'folder' ? await openFolder(home.folder, onLost) : await openMemory()
  const db: Db = new Kysely({ dialect: pgliteDialect(pglite) })
  const close = async () => {
    await db.destroy()
    await lock?.release()
  }
  const database = await opened({ db, close }, ready)
  if (home.kind === 'folder') lock?.answer(answerBackups(db, resolve(home.folder), onLost))
  return database
}

function openServer(url: string, onLost: (error: unknown) => void): Promise<Database> {
  return opened(connectTo(url, APPLICATION, onLost), () => undefined)
}

/** By what a server knows connections of services and workers. */
export const APPLICATION = 'rota'

/** A database of a server as it is: nothing is made or brought up to date. */
export function connectTo(url: string, application: string, onLost: (error: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL,
    connectionTimeoutMillis: 10_000,
    application_name: application,
  })
  // A connection that breaks while nobody uses it; the pool makes another.
  pool.on('error', onLost)
  // One that breaks in somebody's hands, between two statements of theirs: their next statement fails and says so. Without a
  // listener the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}

async function opened(database: Database, ready: () => void): Promise<Database> {
  try {
    await migrate(database.db)
    ready()
    return database
  } catch (error) {
    await database.close()
    throw asUnreachable(error)
  }
}

/** As it is, or as BadInput where the database cannot be had. */
export function asUnreachable(error: unknown): unknown {
  return isUnreachable(error) ? unreachable(error) : error
}

/** Also a password, a user or a database that the server does not know: these do not get better with time. */
function isUnreachable(error: unknown): error is Error {
  if (whyAway(error) !== null) return true
  return error instanceof Error && 'code' in error && /^(28P01|28000|3D000)$/.test(String(error.code))
}

/** Says what the server said, which names no password. */
function unreachable(error: Error): BadInput {
  const said = error.message === '' && 'code' in error ? String(error.code) : error.message
  return new BadInput([{ pointer: '', detail: `The database cannot be used: ${said}.` }])
}

/** Means "the queue's tables are being made" to all processes of a server. */
const MAKING = 7_170_902

/** One process at a time, over one connection, which is the whole of an embedded database meanwhile. */
export function inTurn(db: Db, work: (one: Db) => Promise<void>): Promise<void> {
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${sql.lit(MAKING)})`.execute(one)
    try {
      await work(one)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MAKING)})`.execute(one)
    }
  })
}

/** The door for SQL that comes as text, in or out of a transaction; no other query comes between its statements. */
export function executeSql(db: Db) {
  return async (text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }> => {
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...(values ?? [])]))
    return { rows }
  }
}
