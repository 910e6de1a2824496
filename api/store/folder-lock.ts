/** One process for one data folder. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { BadInput } from '../../src/errors.ts'

/** Gives the folder back. */
export type Unlock = () => void

const FILE = 'in-use-by'

/** Locks of this very process, which has the pid that a lock of its own would name. */
const ours = new Set<string>()

/** Throws a BadInput that says who has the folder, where somebody has. A lock that a dead process left is taken over. */
export function lockFolder(folder: string): Unlock {
  const path = join(folder, FILE)
  for (let tries = 0; tries < 3; tries++) {
    if (created(path)) {
      ours.add(path)
      return () => {
        ours.delete(path)
        rmSync(path, { force: true })
      }
    }
    const holder = read(path)
    if (holder !== null) {
      if (ours.has(path) || isAlive(holder)) throw inUse(folder, holder)
      clear(path, holder)
    }
  }
  throw inUse(folder, read(path) ?? '')
}

function created(path: string): boolean {
  try {
    writeFileSync(path, nameOf(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** `PID STARTED HOST`. A pid alone may by now be somebody else's. */
function nameOf(pid: number): string {
  return `${pid} ${startOf(pid)} ${hostname()}`
}

/** When a process of Linux started, in ticks since the machine did; elsewhere nothing is known. */
function startOf(pid: number): string {
  const stat = process.platform === 'linux' ? (read(`/proc/${pid}/stat`) ?? '') : ''
  // The second field is the command in brackets and may hold blanks; the start is the twentieth behind it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '?'
}

function isAlive(holder: string): boolean {
  const [pid = '', started = '?', host = ''] = holder.split(' ')
  // Another machine's processes cannot be seen from here.
  if (host !== hostname()) return true
  if (!exists(Number(pid))) return false
  return started === '?' || startOf(Number(pid)) === started
}

function exists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Takes a dead holder's lock away; where another was quicker and it is theirs by now, it is put back. */
function clear(path: string, holder: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  if (read(aside) !== holder) linkSync(aside, path)
  rmSync(aside, { force: true })
}

function inUse(folder: string, holder: string): BadInput {
  const [pid, , host] = holder.split(' ')
  const where = host === hostname() ? '' : ` on ${host}`
  return new BadInput([
    {
      pointer: '',
      detail: `The data folder ${folder} is in use by another process (${pid}${where}); only one may use it at a time.`,
      maybe: `end that process, choose another folder with --data, share a PostgreSQL server with --database, or delete ${join(folder, FILE)} if no such process exists`,
    },
  ])
}
