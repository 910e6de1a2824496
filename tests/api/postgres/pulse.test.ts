/** Signs of life of a solve, while the thread that answers calls does nothing but wait. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPulse } from '../../../api/jobs/pulse.ts'
import { fault, ID, type OneOperation, oneOperation } from './one-operation.ts'

let home: OneOperation
beforeAll(async () => {
  home = await oneOperation({ state: 'running', claim: 'mine', seen_at: new Date(0) })
})
afterAll(() => home.close())

it('are sent by a separate thread', async () => {
  const pulse = startPulse(home.url, 20, fault)
  pulse.tell(['mine'])
  // Nothing else runs in this thread until the other process has seen three signs, one after another.
  const watching = fileURLToPath(new URL('watching-process.ts', import.meta.url))
  const seen = execFileSync(process.execPath, ['--import', 'tsx', watching, home.url, ID, '3'], { encoding: 'utf8' })
  expect(seen).toBe('seen 3\n')
  await pulse.close()
})
