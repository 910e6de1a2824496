/** Services and workers that are started at the same moment on a server that has no tables yet. */
import { expect, it } from 'vitest'
import { openQueue } from '../../../api/jobs/queue.ts'
import { openDatabase } from '../../../api/store/database.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

it('processes that begin together all find their tables and their queue', async () => {
  const home = await emptyDatabase(SERVER ?? '')
  const faults: unknown[] = []
  const note = (error: unknown) => void faults.push(error)
  const begin = async () => {
    const database = await openDatabase({ kind: 'server', url: home.url }, note)
    const queue = await openQueue(database.db, note)
    return { database, queue }
  }
  const begun = await Promise.allSettled(Array.from({ length: 6 }, begin))
  for (const each of begun) {
    if (each.status === 'rejected') continue
    await each.value.queue.close()
    await each.value.database.close()
  }
  await home.drop()
  expect(begun.map(({ status, ...rest }) => ('reason' in rest ? String(rest.reason) : status))).toEqual(
    begun.map(() => 'fulfilled'),
  )
})
