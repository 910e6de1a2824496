/**
 * What a data folder holds, according to its marker files. Only what was never acknowledged to anybody is recreated or removed; if
 * the markers are inconsistent, the folder is left unchanged and the error says what may help (docs/decisions/0089).
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '../../src/errors.ts'

/** Everything that has a name in a data folder, beside `in-use`. */
export const IN_FOLDER = {
  database: 'database',
  /** The database is complete: it has been made or restored to its end. */
  ready: 'database-is-ready',
  /** It is being made for the first time, and holds nothing yet. */
  beingMade: 'database-is-being-made',
  /** A restored database, which is to take the other's place as soon as it is complete. */
  restored: 'database-restored',
  restoredReady: 'database-restored-is-ready',
} as const

type Name = keyof typeof IN_FOLDER

export function pathIn(folder: string, name: Name): string {
  return join(folder, IN_FOLDER[name])
}

/** `new`: empty; `unfinished`: its first start was interrupted. Both start with an empty database. */
export type FolderState = 'new' | 'unfinished' | 'ready' | 'unmarked' | 'gone' | 'half-restored'

export function stateOf(folder: string): FolderState {
  const has = (name: Name) => existsSync(pathIn(folder, name))
  if (has('ready')) return isDatabase(pathIn(folder, 'database')) ? 'ready' : 'gone'
  if (has('beingMade')) return 'unfinished'
  if (has('database')) return 'unmarked'
  return has('restored') ? 'half-restored' : 'new'
}

/** Judged by two files without which PostgreSQL would not start, or would start with an empty database. */
function isDatabase(path: string): boolean {
  return ['PG_VERSION', 'global/pg_control'].every((file) => existsSync(join(path, file)))
}

export function makeFolder(folder: string): void {
  try {
    // Only its owner can read stored staff data.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new BadInput([
      { pointer: '', detail: `The data folder cannot be created: ${said}.`, maybe: 'choose another with --data' },
    ])
  }
}

export function mark(folder: string, name: Name): void {
  writeFileSync(pathIn(folder, name), '', { flush: true, mode: 0o600 })
}

export function remove(folder: string, name: Name): void {
  rmSync(pathIn(folder, name), { recursive: true, force: true })
}

/** A file that is worth nothing once its process has ended. */
export function leftoverName(chance: string): string {
  return `leftover-${chance}`
}

/** Takes away what a killed process left half done. */
export function removeLeftovers(folder: string): void {
  remove(folder, 'restored')
  for (const name of readdirSync(folder))
    if (name.startsWith(leftoverName(''))) rmSync(join(folder, name), { force: true })
}

/**
 * Puts a restored database in the place of the one before, however often it is cut short on the way: from its mark on, what was
 * restored is what the folder holds.
 */
export function finishRestore(folder: string): void {
  if (!existsSync(pathIn(folder, 'restoredReady'))) return
  if (existsSync(pathIn(folder, 'restored'))) {
    remove(folder, 'database')
    renameSync(pathIn(folder, 'restored'), pathIn(folder, 'database'))
  }
  mark(folder, 'ready')
  remove(folder, 'beingMade')
  remove(folder, 'restoredReady')
}

/** Refuses a folder whose state nobody can vouch for. */
export function requireUsable(folder: string, state: FolderState): void {
  const again = `restore a backup: rota restore FILE --data ${folder}`
  const refuse = (detail: string, maybe: string): never => {
    throw new BadInput([{ pointer: '', detail: `${detail} Nothing has been changed.`, maybe }])
  }
  switch (state) {
    case 'unmarked':
      refuse(
        `The data folder ${folder} has a database, but not the file ${IN_FOLDER.ready}, which says that it is complete: it may be an incomplete copy, or one taken while a service was using it.`,
        `${again} --replace; or, if it is a complete copy of a folder that no service was using, create an empty file ${pathIn(folder, 'ready')}`,
      )
      break
    case 'gone':
      refuse(
        `The file ${IN_FOLDER.ready} in the data folder ${folder} says that there is a complete database, but ${IN_FOLDER.database} is missing or incomplete.`,
        `put the database back, or ${again}; or delete ${pathIn(folder, 'ready')} and ${pathIn(folder, 'database')} to start with an empty one`,
      )
      break
    case 'half-restored':
      refuse(
        `A restore into the data folder ${folder} was interrupted, and there is nothing else in it.`,
        `${again}; or delete ${pathIn(folder, 'restored')} to start with an empty database`,
      )
      break
    default:
  }
}
