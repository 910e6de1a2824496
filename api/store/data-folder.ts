/**
 * The state of a data folder, according to its marker files. Only data never acknowledged to anybody is recreated or removed; if
 * the markers are inconsistent, the folder is left unchanged and the error says what may help (docs/decisions/0089).
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '../../src/errors.ts'

/** File names in a data folder, apart from `in-use`. */
export const IN_FOLDER = {
  database: 'database',
  /** The database is complete: fully created or restored. */
  ready: 'database-is-ready',
  /** The database is being created for the first time, and is still empty. */
  beingMade: 'database-is-being-made',
  /** A restored database, which replaces the other as soon as it is complete. */
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

/** Checks two files without which PostgreSQL wouldn't start, or would start with an empty database. */
function isDatabase(path: string): boolean {
  return ['PG_VERSION', 'global/pg_control'].every((file) => existsSync(join(path, file)))
}

export function makeFolder(folder: string): void {
  try {
    // Stored staff data is readable only by its owner.
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

/** Name of a temporary file, useless once its process has ended. */
export function leftoverName(chance: string): string {
  return `leftover-${chance}`
}

/** Removes temporary files left by killed processes. */
export function removeLeftovers(folder: string): void {
  remove(folder, 'restored')
  for (const name of readdirSync(folder))
    if (name.startsWith(leftoverName(''))) rmSync(join(folder, name), { force: true })
}

/**
 * Moves a restored database into place. Idempotent, however often it is interrupted: once the marker exists, the restored data is
 * the folder's content.
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

/** Throws a BadInput if the folder's state is inconsistent. */
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
