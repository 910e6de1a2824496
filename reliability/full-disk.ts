/** Trial: the database's disk fills up, and is freed again. */
import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from '../api/store/database.ts'
import { aftermath, bookRows, rowOf } from './aftermath.ts'
import { type Ledger, makeLedger, noteAnswer } from './ledger.ts'
import { asked } from './load.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { type RotaProcess, startRota } from './rota-process.ts'
import { tinyDocument } from './tiny-document.ts'
import { type Ground, Missing, pause, type Row, type Trial, until } from './trial.ts'

/** Document size: a few of them use up the space a database has preallocated. */
const KILOBYTES = 400
/** Maximum number of calls on a full disk: the first few may still fit in preallocated WAL. */
const MOST = 120

export const fullDisk: Trial = {
  name: 'full-disk',
  title: 'A full disk',
  async run(ground) {
    return [...(await onFolder(ground)), ...(await onServer(ground))]
  },
}

async function onFolder(ground: Ground): Promise<readonly Row[]> {
  const disk = smallDisk(ground, 'folder', 160)
  const folder = join(disk, 'data')
  const port = await freePort()
  const start = () => {
    const one = startRota({ words: ['serve', '--port', String(port), '--data', folder, '--solvers', '1'] })
    ground.after(() => one.kill())
    return one
  }
  const process = start()
  await process.ready
  const home = { kind: 'folder', folder } as const
  return filledAndFreed({
    name: 'a data folder',
    disk,
    home,
    url: `http://127.0.0.1:${port}`,
    processes: [process],
    start,
  })
}

async function onServer(ground: Ground): Promise<readonly Row[]> {
  const disk = smallDisk(ground, 'server', 300)
  const settings = ["max_wal_size = '64MB'", "min_wal_size = '32MB'"]
  const cluster = await startCluster({ parent: disk, settings })
  ground.after(() => cluster.close())
  const env = { DATABASE_URL: cluster.url }
  const start = () => {
    const one = startRota({ words: ['serve', '--port', '0', '--solvers', '1'], env })
    ground.after(() => one.kill())
    return one
  }
  const process = start()
  const url = await process.ready
  return filledAndFreed({
    name: 'PostgreSQL',
    disk,
    home: { kind: 'server', url: cluster.url },
    url,
    processes: [process],
    start,
  })
}

/** Mounts a tmpfs of this size. */
function smallDisk({ folder, after }: Ground, name: string, megabytes: number): string {
  const disk = join(folder, name)
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
  if (mounted.status !== 0) throw new Missing('A small disk can only be made as root, where mounting is allowed.')
  after(() => spawnSync('umount', ['-l', disk]))
  // PostgreSQL's user needs access to its files there.
  chmodSync(folder, 0o711)
  chmodSync(disk, 0o777)
  return disk
}

interface Scene {
  readonly name: string
  readonly disk: string
  readonly home: Home
  readonly url: string
  readonly processes: RotaProcess[]
  readonly start: () => RotaProcess
}

async function filledAndFreed(scene: Scene): Promise<readonly Row[]> {
  const { name, disk, home, url, processes, start } = scene
  const ledger = makeLedger()
  const faults: string[] = []
  for (let n = 0; n < 3; n += 1) await send(url, ledger, n)
  const filler = join(disk, 'filler')
  fill(filler)
  const answers = await onFullDisk(url, ledger)
  if (answers.refused === 0) faults.push(`none of ${answers.sent} calls was refused`)
  faults.push(...answers.odd)
  rmSync(filler)
  // Restart a process that had to exit, as a service manager would.
  const again = processes.every((process) => process.isAlive()) ? 'without a restart' : 'after a restart'
  if (!processes.every((process) => process.isAlive())) {
    processes.splice(0, processes.length, start())
    await processes[0]?.ready
  }
  const back = await until(
    { waitingFor: 'a call that is taken in again', seconds: 90 },
    () => send(url, ledger, 1000 + ledger.operations.size),
    (status) => status === 202,
  ).catch(() => null)
  if (back === null) faults.push('it takes nothing in, although there is room again')
  const found = await aftermath({ home, url, processes, ledger })
  const tried = `${answers.sent} calls of ${KILOBYTES} KB on a full disk, ${ledger.operations.size} acknowledged in all`
  const seen = `${answers.refused} refused with 503 and a reason; accepted again ${again} once there was room`
  return [
    rowOf(`Clear errors while the disk under ${name} is full, and recovery afterwards`, tried, { faults, seen }),
    ...bookRows(found, `${name}, ${tried}`),
  ]
}

/** Writes until no space is left at all. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  for (const piece of [1024 * 1024, 4096, 1]) {
    const bytes = Buffer.alloc(piece)
    try {
      while (statfsSync(path).bavail > 0) writeSync(file, bytes)
    } catch {
      // Full, but a smaller block may still fit.
    }
  }
  closeSync(file)
}

async function onFullDisk(url: string, ledger: Ledger) {
  const odd: string[] = []
  let refused = 0
  let sent = 0
  while (sent < MOST && refused < 5) {
    sent += 1
    const status = await send(url, ledger, 100 + sent)
    if (status === 503) refused += 1
    else if (status !== 202 && status !== 200) odd.push(`a call on a full disk was answered by ${status ?? 'nobody'}`)
    if (status === null && odd.length > 3) break
    await pause(50)
  }
  return { refused, sent, odd }
}

async function send(url: string, ledger: Ledger, n: number): Promise<number | null> {
  const key = `disk-${n}`
  const note = Array.from({ length: 40 * (KILOBYTES / 4) }, (_, i) => ({
    site: 'alder',
    need: 'urgent',
    waitedDays: 0,
    contacts: 1 + ((i * 7919 + n) % 997) / 1000,
  }))
  const document = JSON.stringify({ ...tinyDocument({ waiting: n, seconds: 30 }), backlog: note })
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await asked(`${url}/v1/solves`, { method: 'POST', headers, body: document })
  if (answer?.status !== 200 && answer?.status !== 202) return answer?.status ?? null
  const operation = answer.body as { id: string; state: string }
  ledger.operations.set(key, { id: operation.id, key, document })
  noteAnswer(ledger, operation)
  return answer.status
}
