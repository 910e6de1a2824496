/** A connection that the server ends while somebody holds it, between two of their statements. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../api/store/database.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

it('a connection that is ended in mid-transaction fails that transaction, and nothing else', async () => {
  const home = await emptyDatabase(SERVER ?? '')
  const { db, close } = await openDatabase({ kind: 'server', url: home.url }, () => undefined)
  const held = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}, 5000)`.execute(db)
    // The end reaches this side with the next turns of the loop, at a moment when no statement waits for an answer.
    for (let turn = 0; turn < 10; turn += 1) await sql`select 1`.execute(db)
    await sql`select 1`.execute(trx)
  })
  await expect(held).rejects.toThrow(/connection/i)
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await close()
  await home.drop()
})
