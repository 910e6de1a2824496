import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../api/store/database.ts'
import { lockFolder } from '../../api/store/folder-lock.ts'
import { BadInput } from '../../src/errors.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rota-'))
  folders.push(folder)
  return folder
}

/** A pid that no system gives out. */
const NOBODY = 2 ** 30

describe('a data folder', () => {
  it('belongs to one process at a time', () => {
    const folder = newFolder()
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(BadInput)
    expect(() => lockFolder(folder)).toThrow(`in use by another process (${process.pid})`)
    unlock()
    lockFolder(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not left to a process that is dead', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'in-use-by'), `${NOBODY} 1 ${hostname()}`)
    lockFolder(folder)()
  })

  it.runIf(process.platform === 'linux')('is not left to a process that only got a dead one’s number', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'in-use-by'), `${process.pid} 1 ${hostname()}`)
    lockFolder(folder)()
  })

  it('in use on another machine is left alone, and the message names it', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'in-use-by'), `${NOBODY} 1 another-machine`)
    expect(() => lockFolder(folder)).toThrow('on another-machine')
  })

  it('keeps its rows from one process to the next, refuses a second meanwhile, and begins anew where its first start was cut short', async () => {
    const home = { kind: 'folder', folder: join(newFolder(), 'data') } as const
    const fault = (error: unknown) => {
      throw error
    }
    const first = await openDatabase(home, fault)
    await first.db.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'c' }).execute()
    await expect(openDatabase(home, fault)).rejects.toThrow(BadInput)
    await first.close()
    const second = await openDatabase(home, fault)
    expect(await second.db.selectFrom('audit').select('actor').execute()).toEqual([{ actor: 'a' }])
    await second.close()
    rmSync(join(home.folder, 'database-is-ready'))
    rmSync(join(home.folder, 'database', 'global'), { recursive: true })
    const third = await openDatabase(home, fault)
    expect(await third.db.selectFrom('audit').select('actor').execute()).toEqual([])
    await third.close()
  })
})
