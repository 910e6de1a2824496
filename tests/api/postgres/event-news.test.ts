/** Events that one process writes are heard of by the others, also after a line has been broken. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../api/store/database.ts'
import { listenForNews } from '../../../api/store/event-news.ts'
import { tell } from '../../../api/store/operations.ts'
import { until } from '../serving-solves.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

const fault = (error: unknown) => {
  throw error
}
const ID = '00000000-0000-4000-8000-000000000001'
let home: Awaited<ReturnType<typeof emptyDatabase>>
let other: Database
beforeAll(async () => {
  home = await emptyDatabase(SERVER ?? '')
  other = await openDatabase({ kind: 'server', url: home.url }, fault)
  await other.db.insertInto('documents').values({ hash: 'h', body: '{}' }).execute()
  const operation = { actor: 'a', network: 'N', week_from: '2026-11-30', document_hash: 'h' }
  await other.db
    .insertInto('operations')
    .values({ ...operation, id: ID, state: 'queued' })
    .execute()
})
afterAll(async () => {
  await other.close()
  await home.drop()
})

it('are received once they are committed, and never if they were not', async () => {
  const heard: string[] = []
  let gaps = 0
  const onEvent = (id: string) => void heard.push(id)
  const onGap = () => {
    gaps += 1
  }
  const line = listenForNews({ url: home.url, onEvent, onGap, log: () => undefined })
  await line.open
  const write = (fails: boolean) =>
    other.db.transaction().execute(async (trx) => {
      await tell(trx, ID, 'progress', {})
      if (fails) throw new Error('undone')
    })
  await write(true).catch(() => undefined)
  await write(false)
  await until(
    () => heard.length,
    (count) => count > 0,
  )
  expect(heard).toEqual([ID])
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rota news'")
  await client.end()
  await until(
    () => gaps,
    (count) => count === 2,
  )
  await write(false)
  await until(
    () => heard.length,
    (count) => count > 1,
  )
  await line.close()
})
