/** Writes a backup of everything a service stores, whether it is running or not. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BadInput } from '../../../src/errors.ts'
import { pathIn, requireUsable, stateOf } from '../data-folder.ts'
import { asUnreachable, connectTo, type Home } from '../database.ts'
import { openAsIs } from '../embedded.ts'
import { lockFolder } from '../folder-lock.ts'
import { askForBackup } from './backup-door.ts'
import { compressed, type Whole, wholeFile } from './backup-file.ts'
import { dump } from './dump.ts'

/**
 * Throws a BadInput if there is nothing to back up. The file appears only after it has been written and read back completely.
 */
export function backUp(home: Exclude<Home, { kind: 'memory' }>, file: string): Promise<Whole> {
  return wholeFile(file, (out) => (home.kind === 'server' ? ofServer(home.url, out) : ofFolder(home.folder, out)))
}

async function ofServer(url: string, out: Writable): Promise<void> {
  const { db, close } = connectTo(url, 'rota backup', () => undefined)
  try {
    await compressed(out, (write) => dump(db, write))
  } catch (error) {
    throw asUnreachable(error)
  } finally {
    await close()
  }
}

async function ofFolder(given: string, out: Writable): Promise<void> {
  const folder = resolve(given)
  if (!existsSync(folder)) throw nothingIn(folder)
  const answer = await askForBackup(folder)
  if (answer !== null) return pipeline(answer, out)
  const lock = await lockFolder(folder)
  lock.answer((socket) => socket.destroy())
  try {
    const state = stateOf(folder)
    requireUsable(folder, state)
    if (state !== 'ready') throw nothingIn(folder)
    const db = await openAsIs(pathIn(folder, 'database'))
    try {
      await compressed(out, (write) => dump(db, write))
    } finally {
      await db.destroy()
    }
  } finally {
    await lock.release()
  }
}

function nothingIn(folder: string): BadInput {
  const detail = `There is no database in ${folder}.`
  return new BadInput([{ pointer: '', detail, maybe: 'the folder that a service uses: --data DIR' }])
}
