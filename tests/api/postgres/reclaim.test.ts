/** On a server, an erasure rewrites the tables that held the name. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../api/store/database.ts'
import { reclaimIfWanted, wantReclaim } from '../../../api/store/reclaim.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

const fault = (error: unknown) => {
  throw error
}

it('tables that held the name are rewritten, and the request is complete', async () => {
  const home = await emptyDatabase(SERVER ?? '')
  const { db, close } = await openDatabase({ kind: 'server', url: home.url }, fault)
  const place = async () => (await sql`select pg_relation_filepath('documents') as path`.execute(db)).rows
  const before = await place()
  await wantReclaim(db, true)
  const reclaim = () => reclaimIfWanted(db, { isEmbedded: false, isQuiet: true })
  expect([await reclaim(), await reclaim()]).toEqual([true, false])
  expect(await place()).not.toEqual(before)
  await close()
  await home.drop()
})
