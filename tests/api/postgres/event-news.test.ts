/** Events written by one process reach the others, even after a lost connection. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listenForNews } from '../../../api/store/event-news.ts'
import { tell } from '../../../api/store/operations.ts'
import { until } from '../serving-solves.ts'
import { ID, type OneOperation, oneOperation } from './one-operation.ts'

let home: OneOperation
beforeAll(async () => {
  home = await oneOperation({ state: 'queued' })
})
afterAll(() => home.close())

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
    home.database.db.transaction().execute(async (trx) => {
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
