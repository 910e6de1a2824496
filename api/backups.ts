/** Backs up everything a service stores and restores it atomically into a data folder or a server. */
import { laneOf, openQueue } from './jobs/queue.ts'
import { requireAlone } from './store/backup/alone.ts'
import { checkBackup, openBackup, type Whole } from './store/backup/backup-file.ts'
import { type Contents, contentsOf } from './store/backup/contents.ts'
import { occupied, restoreFolder } from './store/backup/folder-restore.ts'
import { type LoadHooks, load } from './store/backup/load.ts'
import { asUnreachable, connectTo, type Db, type Home } from './store/database.ts'
import { migrate } from './store/migrations.ts'

export { backUp } from './store/backup/back-up.ts'

export interface Restoring {
  readonly file: string
  /** Whether existing data in the target may be overwritten. */
  readonly replace: boolean
  readonly log: (error: unknown) => void
  /** Called with each batch of rows before it is inserted; for tests. */
  readonly onBatch?: LoadHooks['onBatch']
}

export interface Restored extends Whole {
  /** The target's previous contents; null if unknown. */
  readonly before: Contents | null
}

/** Throws a BadInput without changing anything if the backup is incomplete or the target in use. */
export async function restore(home: Exclude<Home, { kind: 'memory' }>, restoring: Restoring): Promise<Restored> {
  const whole = await checkBackup(restoring.file)
  const since = whole.header.madeAt
  const fill = (db: Db) => fillFrom(db, restoring)
  const before =
    home.kind === 'server'
      ? await restoreServer(home.url, { ...restoring, since, fill })
      : await restoreFolder(home.folder, { replace: restoring.replace, since, fill })
  return { ...whole, before }
}

async function fillFrom(db: Db, { file, log, onBatch }: Restoring): Promise<void> {
  const queue = await openQueue(db, log)
  try {
    await load(db, await openBackup(file), {
      ...(onBatch === undefined ? {} : { onBatch }),
      requeue: async (trx, operations) => {
        await queue.clear(trx)
        for (const { id, kind } of operations) await laneOf(queue, kind).add(trx, id)
      },
    })
  } finally {
    await queue.close()
  }
}

interface IntoServer extends Restoring {
  readonly since: string
  readonly fill: (db: Db) => Promise<void>
}

async function restoreServer(url: string, { since, fill, replace, log }: IntoServer): Promise<Contents> {
  const { db, close } = connectTo(url, 'rota restore', log)
  try {
    await requireAlone(db)
    const before = await contentsOf(db, since)
    if (!replace && !before.isEmpty) throw occupied('The database')
    await migrate(db)
    await fill(db)
    return before
  } catch (error) {
    throw asUnreachable(error)
  } finally {
    await close()
  }
}
