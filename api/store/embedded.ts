/** PostgreSQL inside this process: PGlite, in memory or in a data folder. */
import { resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as preparedFolder } from '@electric-sql/pglite-prepopulatedfs'
import { Kysely } from 'kysely'
import {
  finishRestore,
  makeFolder,
  mark,
  pathIn,
  remove,
  removeLeftovers,
  requireUsable,
  stateOf,
} from './data-folder.ts'
import type { Db } from './db.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { pgliteDialect } from './pglite-dialect.ts'

export interface Embedded {
  readonly pglite: PGlite
  /** Null in memory. */
  readonly lock: FolderLock | null
  /** Call once the database is up to date: from then on the folder is never created again. */
  readonly ready: () => void
}

export async function openMemory(): Promise<Embedded> {
  return { pglite: await newDatabase(), lock: null, ready: () => undefined }
}

/** Unpacks a prebuilt database: running `initdb` takes three times as long (docs/decisions/0041). */
export async function newDatabase(path?: string): Promise<PGlite> {
  return PGlite.create({ ...(path === undefined ? {} : { dataDir: path }), loadDataDir: await preparedFolder() })
}

/** Opens the database in a folder the caller has locked, whatever version created it, without migrating. */
export async function openAsIs(path: string): Promise<Db> {
  return new Kysely({ dialect: pgliteDialect(await PGlite.create(path)) })
}

/**
 * Throws a BadInput if another process holds the folder or its state is inconsistent. If the first start was interrupted, nothing
 * was ever acknowledged, and the database is created again.
 */
export async function openFolder(given: string, onLost: (error: unknown) => void): Promise<Embedded> {
  const folder = resolve(given)
  makeFolder(folder)
  let opened: PGlite | null = null
  const lock = await lockFolder(folder, {
    onLost: () => {
      onLost(
        new Error(
          `Another process has taken over the data folder ${folder}, because this one stopped responding for too long.`,
        ),
      )
      void opened?.close()
    },
  })
  try {
    finishRestore(folder)
    const state = stateOf(folder)
    requireUsable(folder, state)
    removeLeftovers(folder)
    opened = await open(folder, state === 'ready')
    return { pglite: opened, lock, ready: () => isReady(folder) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function open(folder: string, isMade: boolean): Promise<PGlite> {
  const database = pathIn(folder, 'database')
  if (isMade) return PGlite.create(database)
  mark(folder, 'beingMade')
  remove(folder, 'database')
  return newDatabase(database)
}

function isReady(folder: string): void {
  mark(folder, 'ready')
  remove(folder, 'beingMade')
}
