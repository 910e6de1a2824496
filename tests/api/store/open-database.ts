/** A database for tests: in memory, or a schema of its own on the server that ROTA_TEST_DATABASE names. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openQueue, type Queue } from '../../../api/jobs/queue.ts'
import { type Database, openDatabase } from '../../../api/store/database.ts'

export interface Opened extends Database {
  readonly queue: Queue
  /** What went wrong in the background. */
  readonly faults: unknown[]
}

/** Where set, tests of the store and the queue run on this PostgreSQL server instead: `postgres://…/database`. */
export const SERVER = process.env.ROTA_TEST_DATABASE

export async function openForTest(): Promise<Opened> {
  const faults: unknown[] = []
  const note = (error: unknown) => void faults.push(error)
  const home = SERVER === undefined ? null : await emptyDatabase(SERVER)
  const database = await openDatabase(home === null ? { kind: 'memory' } : { kind: 'server', url: home.url }, note)
  const queue = await openQueue(database.db, note)
  return {
    db: database.db,
    queue,
    faults,
    close: async () => {
      await queue.close()
      await database.close()
      await home?.drop()
    },
  }
}

/** A separate database on the server, so that tests do not share rows. */
export async function emptyDatabase(server: string) {
  const name = `rota_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
