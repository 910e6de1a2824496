/** A private PostgreSQL server on loopback, in a folder that is deleted when it is closed. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cluster {
  /** `postgres://rota:SECRET@127.0.0.1:PORT/postgres`. */
  readonly url: string
  /** Its data folder. */
  readonly folder: string
  start(): void
  /** `fast` aborts transactions; `immediate` simulates a power failure. */
  stop(mode: 'fast' | 'immediate'): void
  /** Stops the server and deletes its files. */
  close(): void
}

export interface ClusterOptions {
  /** Where its folder is created; default: the machine's temporary folder. */
  readonly parent?: string
  /** Added to its processes' environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Lines of its settings file. */
  readonly settings?: readonly string[]
}

/** Debian's folder of PostgreSQL versions; elsewhere the programs are on the path. */
const DEBIAN = '/usr/lib/postgresql'

/** The folder of `initdb` and `pg_ctl`; null if PostgreSQL isn't installed. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** Throws if PostgreSQL isn't installed or doesn't start. */
export async function startCluster({
  parent = tmpdir(),
  env = {},
  settings = [],
}: ClusterOptions = {}): Promise<Cluster> {
  const programs = postgresPrograms()
  if (programs === null) throw new Error('PostgreSQL is not installed: initdb is in none of the usual places.')
  const owner = unprivileged()
  const folder = mkdtempSync(join(parent, 'rota-postgres-'))
  const data = join(folder, 'data')
  const secret = randomBytes(16).toString('hex')
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, secret, { mode: 0o600 })
  if (owner !== null) for (const path of [folder, secretFile]) chownSync(path, owner.uid, owner.gid)
  const run = (program: string, ...words: string[]) => {
    const { status, stderr, error } = spawnSync(join(programs, program), words, {
      ...owner,
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', ...env },
      // A server inheriting our output would block anyone waiting for the output to close.
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 120_000,
    })
    if (status !== 0) throw new Error(`${program} ${words[0]} failed: ${error?.message ?? stderr.toString().trim()}`)
  }
  const close = () => {
    if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('initdb', '-D', data, '-U', 'rota', '-A', 'scram-sha-256', `--pwfile=${secretFile}`, '-E', 'UTF8')
    const port = await freePort()
    const own = [`port = ${port}`, "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${folder}'`]
    writeFileSync(join(data, 'postgresql.conf'), [...own, ...settings, ''].join('\n'), { flag: 'a' })
    const start = () => run('pg_ctl', 'start', '-D', data, '-l', join(folder, 'log'), '-w', '-t', '60')
    start()
    return {
      url: `postgres://rota:${secret}@127.0.0.1:${port}/postgres`,
      folder,
      start,
      stop: (mode) => run('pg_ctl', 'stop', '-D', data, '-m', mode, '-w'),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** The user to run PostgreSQL as if we are root, which it refuses: the one created by Debian's package. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (!(uid > 0 && gid > 0)) throw new Error('PostgreSQL does not run as root, and there is no user postgres.')
  return { uid, gid }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
