/**
 * Claims to a data folder: one file each, next to a socket that closes with its process. Names are never reused, so a dead claim
 * can be removed without risk of removing another one.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isListening } from './claim-socket.ts'

/** A process that holds the folder or wants it. */
export interface Claim {
  readonly folder: string
  /** `HOST.PID.MACHINE.CHANCE`. */
  readonly name: string
}

const PLACE = 'in-use'
const SOCKET = '.socket'

/**
 * Boot id of the machine: shared by all its containers, and changed by a reboot. Another machine's sockets can't be reached, even
 * if the folder is shared.
 */
export function thisMachine(): string {
  const boot = process.platform === 'linux' ? read('/proc/sys/kernel/random/boot_id') : null
  return (boot ?? Buffer.from(hostname()).toString('hex')).replaceAll(/[^\da-z]/gi, '').slice(0, 12)
}

export function newClaim(folder: string, machine: string): Claim {
  mkdirSync(join(folder, PLACE), { recursive: true, mode: 0o700 })
  const host = hostname()
    .replaceAll(/[^\w-]/g, '-')
    .slice(0, 40)
  return { folder, name: `${host}.${process.pid}.${machine}.${randomBytes(6).toString('hex')}` }
}

export function socketOf({ folder, name }: Claim): string {
  return join(folder, PLACE, name + SOCKET)
}

/** The holder, in words. */
export function holderOf({ name }: Claim): string {
  const [host, pid] = name.split('.')
  return host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
}

export function machineOf({ name }: Claim): string {
  return name.split('.')[2] ?? ''
}

/** All claims: of processes that hold the folder, want it, or died holding it. */
export function claimsTo(folder: string): readonly Claim[] {
  const place = join(folder, PLACE)
  const files = existsSync(place) ? readdirSync(place) : []
  return files.filter((file) => !file.endsWith(SOCKET)).map((name) => ({ folder, name }))
}

/** Heartbeat for those who can't reach the socket. False if the claim is gone because it was presumed dead. */
export function beat(claim: Claim, count: number, first = false): boolean {
  try {
    writeFileSync(fileOf(claim), String(count), { flag: first ? 'wx' : 'r+' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

export function removeClaim(claim: Claim): void {
  // In this order: a claim without its socket would be watched for heartbeats.
  rmSync(fileOf(claim), { force: true })
  rmSync(socketOf(claim), { force: true })
}

/** How to watch for heartbeats of a process whose socket can't be reached. */
export interface Patience {
  readonly looks: number
  /** Waits between two checks. */
  pause(): Promise<void>
}

export async function isDead(claim: Claim, machine: string, { looks, pause }: Patience): Promise<boolean> {
  const files = readdirSync(join(claim.folder, PLACE))
  const hasSocket = files.includes(claim.name + SOCKET)
  if (hasSocket && machineOf(claim) === machine) return !(await isListening(socketOf(claim)))
  const before = read(fileOf(claim))
  // The claim was released in the meantime.
  if (before === null) return true
  for (let look = 0; look < looks; look++) {
    await pause()
    if (read(fileOf(claim)) !== before) return false
  }
  return true
}

function fileOf({ folder, name }: Claim): string {
  return join(folder, PLACE, name)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
