/**
 * Claims to a data folder: one file each, beside a socket that dies with its process. Their names are never used twice, so whoever
 * finds one dead may remove it without ever removing another's.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isListening } from './claim-socket.ts'

/** A process that has the folder or wants it. */
export interface Claim {
  readonly folder: string
  /** `HOST.PID.MACHINE.CHANCE`. */
  readonly name: string
}

const PLACE = 'in-use'
const SOCKET = '.socket'

/**
 * Identifies a running machine: all its containers share it, and a reboot changes it. Sockets of another machine cannot be reached
 * from here, even if the folder is shared.
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

/** Who it is, for people. */
export function holderOf({ name }: Claim): string {
  const [host, pid] = name.split('.')
  return host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
}

export function machineOf({ name }: Claim): string {
  return name.split('.')[2] ?? ''
}

/** Everybody who has the folder, wants it, or died with it. */
export function claimsTo(folder: string): readonly Claim[] {
  const place = join(folder, PLACE)
  const files = existsSync(place) ? readdirSync(place) : []
  return files.filter((file) => !file.endsWith(SOCKET)).map((name) => ({ folder, name }))
}

/** Tells that the process lives, to whoever cannot hear its socket. False where the claim is there no more: it was taken for dead. */
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
  // In this order: a claim without its socket would be watched for signs of life.
  rmSync(fileOf(claim), { force: true })
  rmSync(socketOf(claim), { force: true })
}

/** How one looks for the signs of life of a process that cannot be asked. */
export interface Patience {
  readonly looks: number
  /** Between two of them. */
  pause(): Promise<void>
}

export async function isDead(claim: Claim, machine: string, { looks, pause }: Patience): Promise<boolean> {
  const files = readdirSync(join(claim.folder, PLACE))
  const hasSocket = files.includes(claim.name + SOCKET)
  if (hasSocket && machineOf(claim) === machine) return !(await isListening(socketOf(claim)))
  const before = read(fileOf(claim))
  // It has been given up meanwhile.
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
