/** Opens databases: in memory, in a local folder, or on a PostgreSQL server. */
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

/** True if no other process can use this database. */
export function isAlone(home: Home): boolean {
  return home.kind !== 'server'
}

/** Size of a process's connection pool. */
const POOL = 10

/** Opens and migrates a database; rejects with a BadInput if the folder or server is unavailable. */
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

/** `application_name` of connections from services and workers. */
export const APPLICATION = 'rota'

/** Connects to a server's database without creating or migrating anything. */
export function connectTo(url: string, application: string, onLost: (error: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL,
    connectionTimeoutMillis: 10_000,
    application_name: application,
  })
  // An idle connection broke; the pool opens another.
  pool.on('error', onLost)
  // A connection in use broke between two statements: the next statement fails and reports it. Without a listener, the event
  // would // end the process.
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

/** Turns errors of an unavailable database into a BadInput; returns others unchanged. */
export function asUnreachable(error: unknown): unknown {
  return isUnreachable(error) ? unreachable(error) : error
}

/** Includes wrong passwords, users and databases, which aren't transient. */
function isUnreachable(error: unknown): error is Error {
  if (whyAway(error) !== null) return true
  return error instanceof Error && 'code' in error && /^(28P01|28000|3D000)$/.test(String(error.code))
}

/** Quotes the server's message, which contains no password. */
function unreachable(error: Error): BadInput {
  const said = error.message === '' && 'code' in error ? String(error.code) : error.message
  return new BadInput([{ pointer: '', detail: `The database cannot be used: ${said}.` }])
}

/** Advisory lock id for creating the queue's tables. */
const MAKING = 7_170_902

/** Serialises processes by an advisory lock held on one connection; in an embedded database that is the only one. */
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

/** Executes SQL text, inside or outside a transaction; no other query runs between its statements. */
export function executeSql(db: Db) {
  return async (text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }> => {
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...(values ?? [])]))
    return { rows }
  }
}
