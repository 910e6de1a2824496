/** Signs of life of a solve, while the thread that answers calls does nothing but wait. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPulse } from '../../../api/jobs/pulse.ts'
import { type Database, openDatabase } from '../../../api/store/database.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

const fault = (error: unknown) => {
  throw error
}
const ID = '00000000-0000-4000-8000-000000000001'
let home: Awaited<ReturnType<typeof emptyDatabase>>
let database: Database
beforeAll(async () => {
  home = await emptyDatabase(SERVER ?? '')
  database = await openDatabase({ kind: 'server', url: home.url }, fault)
  await database.db.insertInto('documents').values({ hash: 'h', body: '{}' }).execute()
  const operation = { actor: 'a', network: 'N', week_from: '2026-11-30', document_hash: 'h' }
  await database.db
    .insertInto('operations')
    .values({ ...operation, id: ID, state: 'running', claim: 'mine', seen_at: new Date(0) })
    .execute()
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

it('are sent by a separate thread', async () => {
  const pulse = startPulse(home.url, 20, fault)
  pulse.tell(['mine'])
  // Nothing else runs in this thread until the other process has seen three signs, one after another.
  const watching = fileURLToPath(new URL('watching-process.ts', import.meta.url))
  const seen = execFileSync(process.execPath, ['--import', 'tsx', watching, home.url, ID, '3'], { encoding: 'utf8' })
  expect(seen).toBe('seen 3\n')
  await pulse.close()
})
