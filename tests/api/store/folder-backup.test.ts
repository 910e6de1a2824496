/** Backups of data folders in use and not, restored into others: all of it or nothing, whenever the restore is killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { backUp, restore } from '../../../api/backups.ts'
import { openDatabase } from '../../../api/store/database.ts'
import { BadInput } from '../../../src/errors.ts'

const root = mkdtempSync(join(tmpdir(), 'rota-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const fault = (error: unknown) => {
  throw error
}
const place = (name: string) => join(root, name)
const homeOf = (folder: string) => ({ kind: 'folder', folder }) as const
const open = (folder: string) => openDatabase(homeOf(folder), fault)

/** An entry of the audit log by somebody. */
async function note(db: Awaited<ReturnType<typeof open>>['db'], actor: string, action = 'b'): Promise<void> {
  await db.insertInto('audit').values({ actor, action, subject: 'former-1', network: 'U1' }).execute()
}

async function actorsIn(folder: string): Promise<string[]> {
  const { db, close } = await open(folder)
  const rows = await db.selectFrom('audit').select('actor').orderBy('id').execute()
  await close()
  return rows.map(({ actor }) => actor)
}

const into = (folder: string, file: string, replace = false) => restore(homeOf(folder), { file, replace, log: fault })

const RESTORING = fileURLToPath(new URL('restoring-process.ts', import.meta.url))

/** Restores in a separate process that is killed while inserting its first rows. */
async function killedRestore(folder: string): Promise<void> {
  const words = ['--import', 'tsx', RESTORING, file, 'folder', folder, '0']
  const child = spawn(process.execPath, words, { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

/** A backup of what the folder held before its last entry. */
const file = place('the.backup')
const folder = place('folder')

describe('a backup', () => {
  it('is made while a service holds the folder, which cannot be restored into meanwhile; only its owner can read it', async () => {
    const service = await open(folder)
    await note(service.db, 'one')
    const made = await backUp(homeOf(folder), file)
    expect(made.rows).toEqual({ audit: 1 })
    expect(statSync(file).mode & 0o77).toBe(0)
    await expect(into(folder, file, true)).rejects.toThrow('in use by another process')
    await note(service.db, 'two', 'erase-person')
    await service.close()
    expect(readdirSync(folder).sort()).toEqual(['database', 'database-is-ready', 'in-use'])
  })

  it('takes the place of an earlier one only once it is whole', async () => {
    writeFileSync(place('kept.backup'), 'an earlier one')
    await expect(backUp(homeOf(place('nothing')), place('kept.backup'))).rejects.toThrow('no database in')
    expect(readFileSync(place('kept.backup'), 'utf8')).toBe('an earlier one')
    expect(existsSync(place('nothing'))).toBe(false)
    expect(existsSync(place('kept.backup.partial'))).toBe(false)
    expect((await backUp(homeOf(folder), place('kept.backup'))).rows).toEqual({ audit: 2 })
  })
})

describe('a restore into a folder that holds something', () => {
  it('is refused without --replace, and if the file is not a complete backup', async () => {
    await expect(into(folder, file)).rejects.toThrow('already has data')
    const bytes = readFileSync(file)
    const broken = { cut: bytes.subarray(0, -30), noise: Buffer.from('noise'), plain: gunzipSync(bytes) }
    for (const [name, content] of Object.entries(broken)) {
      writeFileSync(place(name), content)
      await expect(into(folder, place(name), true), name).rejects.toThrow(BadInput)
    }
    await expect(into(folder, place('no such file'), true)).rejects.toThrow('no such file')
  })

  it('leaves the existing data if it is killed', async () => {
    await killedRestore(folder)
    expect(await actorsIn(folder)).toEqual(['one', 'two'])
    expect(readdirSync(folder).sort()).toEqual(['database', 'database-is-ready', 'in-use'])
  })

  it('replaces it otherwise, and reports who was erased since and is back', async () => {
    const { before } = await into(folder, file, true)
    expect(before).toEqual({ isEmpty: false, erasedSince: [{ network: 'U1', former: 'former-1' }] })
    expect(await actorsIn(folder)).toEqual(['one'])
  })

  it('is refused without a mark as well: somebody may want what is there', async () => {
    renameSync(join(folder, 'database-is-ready'), place('mark'))
    await expect(into(folder, file)).rejects.toThrow('already has data')
    renameSync(place('mark'), join(folder, 'database-is-ready'))
  })
})

describe('a restore into a folder that holds nothing', () => {
  const fresh = place('fresh')

  it('is reported by the next start if it was killed, and can be repeated', async () => {
    mkdirSync(join(fresh, 'database-restored'), { recursive: true })
    await expect(open(fresh)).rejects.toThrow('was interrupted')
    await into(fresh, file)
    expect(await actorsIn(fresh)).toEqual(['one'])
  })

  it('is how one that lost its database gets it back', async () => {
    rmSync(join(fresh, 'database'), { recursive: true })
    await into(fresh, file)
    expect(await actorsIn(fresh)).toEqual(['one'])
  })
})

it('a restore killed at its last moment is completed by the next start, from wherever it was', async () => {
  const swapped = place('swapped')
  mkdirSync(swapped)
  // The mark was written; neither database has been touched.
  renameSync(join(folder, 'database'), join(swapped, 'database-restored'))
  renameSync(join(place('fresh'), 'database'), join(swapped, 'database'))
  writeFileSync(join(swapped, 'database-is-ready'), '')
  writeFileSync(join(swapped, 'database-restored-is-ready'), '')
  rmSync(join(swapped, 'database', 'global'), { recursive: true })
  expect(await actorsIn(swapped)).toEqual(['one'])
  // The one was put away, the other not yet in its place.
  renameSync(join(swapped, 'database'), join(swapped, 'database-restored'))
  writeFileSync(join(swapped, 'database-restored-is-ready'), '')
  expect(await actorsIn(swapped)).toEqual(['one'])
})
