/** Restores into a data folder: fills a new database next to the current one, and swaps them once it is complete. */
import { resolve } from 'node:path'
import { Kysely } from 'kysely'
import { BadInput } from '../../../src/errors.ts'
import { type FolderState, finishRestore, makeFolder, mark, pathIn, remove, stateOf } from '../data-folder.ts'
import type { Db } from '../db.ts'
import { newDatabase, openAsIs } from '../embedded.ts'
import { lockFolder } from '../folder-lock.ts'
import { migrate } from '../migrations.ts'
import { pgliteDialect } from '../pglite-dialect.ts'
import { type Contents, contentsOf } from './contents.ts'

export interface FolderRestore {
  /** Whether existing data may be overwritten. */
  readonly replace: boolean
  /** When the backup was made. */
  readonly since: string
  /** Fills an empty, migrated database. */
  readonly fill: (db: Db) => Promise<void>
}

/** Returns the previous contents; null if unknown. If killed at any point, the folder is either unchanged or fully restored. */
export async function restoreFolder(given: string, { replace, since, fill }: FolderRestore): Promise<Contents | null> {
  const folder = resolve(given)
  makeFolder(folder)
  const lock = await lockFolder(folder)
  // Only a running service hands out backups.
  lock.answer((socket) => socket.destroy())
  try {
    finishRestore(folder)
    const state = stateOf(folder)
    const before = state === 'ready' ? await contentsIn(pathIn(folder, 'database'), since) : null
    if (!replace) requireEmpty(folder, state, before)
    remove(folder, 'restored')
    await make(folder, fill)
    mark(folder, 'restoredReady')
    finishRestore(folder)
    return before
  } finally {
    await lock.release()
  }
}

async function contentsIn(database: string, since: string): Promise<Contents> {
  const db = await openAsIs(database)
  try {
    return await contentsOf(db, since)
  } finally {
    await db.destroy()
  }
}

async function make(folder: string, fill: (db: Db) => Promise<void>): Promise<void> {
  const db: Db = new Kysely({ dialect: pgliteDialect(await newDatabase(pathIn(folder, 'restored'))) })
  try {
    await migrate(db)
    await fill(db)
    await db.destroy()
  } catch (error) {
    await db.destroy()
    remove(folder, 'restored')
    throw error
  }
}

function requireEmpty(folder: string, state: FolderState, before: Contents | null): void {
  if (state === 'unmarked' || before?.isEmpty === false) throw occupied(`The data folder ${folder}`)
}

export function occupied(what: string): BadInput {
  return new BadInput([
    {
      pointer: '',
      detail: `${what} already has data, which a restore would replace. Nothing has been changed.`,
      maybe: 'back it up first, then --replace; or restore into another',
    },
  ])
}
