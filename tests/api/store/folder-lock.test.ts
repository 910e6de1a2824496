/** One process for one data folder, and none where that process is dead. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { beat, newClaim, type Patience } from '../../../api/store/folder-claims.ts'
import { lockFolder } from '../../../api/store/folder-lock.ts'
import { BadInput } from '../../../src/errors.ts'

const folders: string[] = []
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rota-'))
  folders.push(folder)
  return folder
}

/** For those who can be asked at once, and need not be watched. */
const NEVER: Patience = {
  looks: 1,
  pause: () => Promise.reject(new Error('a holder was watched that could have been asked')),
}

const HOLDING = fileURLToPath(new URL('holding-process.ts', import.meta.url))

/** A process that has the folder. */
async function holdingProcess(folder: string, before: readonly string[] = []): Promise<ChildProcess> {
  const words = [...before, process.execPath, '--import', 'tsx', HOLDING, folder]
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('held\n')
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('a data folder', () => {
  it('belongs to one at a time, who leaves nothing behind', async () => {
    const folder = newFolder()
    const lock = await lockFolder(folder, { patience: NEVER })
    await expect(lockFolder(folder, { patience: NEVER })).rejects.toThrow(`(process ${process.pid})`)
    await lock.release()
    await (await lockFolder(folder, { patience: NEVER })).release()
    expect(readdirSync(join(folder, 'in-use'))).toEqual([])
  })

  it('of a long name too', async () => {
    const folder = join(newFolder(), 'a'.repeat(120))
    mkdirSync(folder)
    const lock = await lockFolder(folder, { patience: NEVER })
    await expect(lockFolder(folder, { patience: NEVER })).rejects.toThrow(BadInput)
    await lock.release()
    await (await lockFolder(folder, { patience: NEVER })).release()
  })

  it('belongs to one of many who come at once', async () => {
    const folder = newFolder()
    const came = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, { patience: NEVER })))
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is free as soon as its process is killed', async () => {
    const folder = newFolder()
    const child = await holdingProcess(folder)
    await expect(lockFolder(folder, { patience: NEVER })).rejects.toThrow(`(process ${child.pid})`)
    await killed(child)
    await (await lockFolder(folder, { patience: NEVER })).release()
  })

  it('is free as soon as its container is killed, even with a different host name and process ids', async () => {
    const folder = newFolder()
    const child = await holdingProcess(folder)
    await killed(child)
    // As in a container: its only process is number 1, and so is the one that asks.
    const place = join(folder, 'in-use')
    for (const name of readdirSync(place)) {
      const [, , ...rest] = name.split('.')
      renameSync(join(place, name), join(place, ['another-container', process.pid, ...rest].join('.')))
    }
    await (await lockFolder(folder, { patience: NEVER })).release()
  })
})

describe('a process of another machine that shares the folder, and cannot be asked', () => {
  /** Watches a holder that gives so many signs of life. */
  const watching = (signs: () => void): Patience => ({ looks: 3, pause: async () => signs() })

  it('keeps it while it gives signs of life, and the message names that machine', async () => {
    const folder = newFolder()
    const claim = newClaim(folder, 'another')
    beat(claim, 0, true)
    let count = 0
    const signs = () => {
      count += 1
      if (count === 3) beat(claim, count)
    }
    await expect(lockFolder(folder, { patience: watching(signs) })).rejects.toThrow('is in use by another process')
    expect(claim.name.split('.').slice(0, 2)).toEqual([hostname().slice(0, 40), String(process.pid)])
  })

  it('loses it where it gives none, and learns of that', async () => {
    const folder = newFolder()
    const claim = newClaim(folder, 'another')
    beat(claim, 0, true)
    const lock = await lockFolder(folder, { patience: watching(() => undefined) })
    expect(beat(claim, 1)).toBe(false)
    await lock.release()
  })
})
