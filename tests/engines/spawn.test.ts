import { once } from 'node:events'
import { expect, test } from 'vitest'
import { spawnTs } from '../../solver/engines/spawn.ts'
import type { EchoTask } from './threads/echo.ts'

const ECHO = new URL('./threads/echo.ts', import.meta.url)

test('a TypeScript file runs in a thread, with its imports and the data it is given', async () => {
  const task: EchoTask = { word: 'duty' }
  const thread = spawnTs(ECHO, task)
  const [answer] = await once(thread, 'message')
  await thread.terminate()
  expect(answer).toEqual({ word: 'duty', row: 1e-6 })
})

test('an error in the thread reaches the one who started it', async () => {
  const task: EchoTask = { word: 'planted', fail: true }
  const thread = spawnTs(ECHO, task)
  await expect(once(thread, 'message')).rejects.toThrow('planted')
})

test('a missing file is an error', async () => {
  const thread = spawnTs(new URL('./threads/absent.ts', import.meta.url), null)
  await expect(once(thread, 'message')).rejects.toThrow('absent.ts')
})
