/** PostgreSQL inside this process: PGlite, in memory or in a data folder. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as preparedFolder } from '@electric-sql/pglite-prepopulatedfs'
import { BadInput } from '../../src/errors.ts'
import { lockFolder, type Unlock } from './folder-lock.ts'

export interface Embedded {
  readonly pglite: PGlite
  readonly unlock: Unlock
  /** To be called once the database is up to date: from then on the folder is never begun anew. */
  readonly ready: () => void
}

export async function openMemory(): Promise<Embedded> {
  const pglite = await PGlite.create({ loadDataDir: await preparedFolder() })
  return { pglite, unlock: () => undefined, ready: () => undefined }
}

/**
 * A folder that is new begins as a copy of a prepared one: making it takes three times as long (docs/decisions/0041). A copy
 * that a crash cut short holds nothing that was ever acknowledged, and is begun anew.
 */
export async function openFolder(given: string): Promise<Embedded> {
  const folder = resolve(given)
  make(folder)
  const unlock = lockFolder(folder)
  const database = join(folder, 'database')
  const mark = join(folder, 'database-is-ready')
  try {
    const isNew = !existsSync(mark)
    if (isNew) rmSync(database, { recursive: true, force: true })
    const pglite = await PGlite.create(database, isNew ? { loadDataDir: await preparedFolder() } : {})
    return { pglite, unlock, ready: () => writeFileSync(mark, '') }
  } catch (error) {
    unlock()
    throw error
  }
}

function make(folder: string): void {
  try {
    // Nobody but its owner reads what is kept about staff.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new BadInput([
      { pointer: '', detail: `The data folder cannot be made: ${said}.`, maybe: 'choose another with --data' },
    ])
  }
}
