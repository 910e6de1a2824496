/** Processes are killed at random moments under load, on either database. */
import type { Home } from '../api/store/database.ts'
import { type Draw, draw } from '../src/intake/network/draw.ts'
import { aftermath, bookRows, faultWords, rowOf } from './aftermath.ts'
import type { Inspection } from './inspection.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { startLoad } from './load.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { type RotaProcess, startRota } from './rota-process.ts'
import { type Ground, pause, type Row, type Trial } from './trial.ts'

/** One of the processes that are killed, and started again each time. */
interface Post {
  readonly name: 'service' | 'worker'
  readonly start: () => RotaProcess
  process: RotaProcess
  kills: number
}

interface Site {
  readonly home: Home
  readonly url: string
  readonly posts: readonly Post[]
}

export const killsEmbedded: Trial = {
  name: 'kills-embedded',
  title: 'kill -9 on a data folder',
  async run(ground) {
    const port = await freePort()
    const folder = `${ground.folder}/data`
    const words = ['serve', '--port', String(port), '--data', folder, '--solvers', '1']
    const posts = [post('service', () => startRota({ words }))]
    return rowsOf({ home: { kind: 'folder', folder }, url: `http://127.0.0.1:${port}`, posts }, ground)
  },
}

export const killsServer: Trial = {
  name: 'kills-server',
  title: 'kill -9 on a PostgreSQL server, with a service and two workers',
  async run(ground) {
    const cluster = await startCluster()
    ground.after(() => cluster.close())
    const port = await freePort()
    const env = { DATABASE_URL: cluster.url }
    const worker = () => startRota({ words: ['worker', '--solvers', '1'], env })
    const service = () => startRota({ words: ['serve', '--port', String(port), '--solvers', '0'], env })
    const posts = [post('service', service)]
    await posts[0]?.process.ready
    posts.push(post('worker', worker), post('worker', worker))
    return rowsOf({ home: { kind: 'server', url: cluster.url }, url: `http://127.0.0.1:${port}`, posts }, ground)
  },
}

function post(name: Post['name'], start: () => RotaProcess): Post {
  return { name, start, process: start(), kills: 0 }
}

async function rowsOf(site: Site, ground: Ground): Promise<readonly Row[]> {
  const lot = draw(ground.seed, site.home.kind, 'kills')
  const ledger = makeLedger()
  ground.after(() => Promise.all(site.posts.map(({ process }) => process.kill())))
  await Promise.all(site.posts.map(({ process }) => process.ready))
  const load = startLoad({ url: () => site.url, callers: 6, unfinished: 8, ledger, draw: lot })
  const starts = await killAll(site, ground, { lot, ledger })
  ground.say(`all kills done; ${ledger.operations.size} solves were acknowledged, and are waited for`)
  await load.close()
  const found = await aftermath({ ...site, processes: site.posts.map(({ process }) => process), ledger })
  return rowsFrom(found, { site, ledger, starts, faults: load.faults })
}

interface Starts {
  /** Processes that were killed before they were ready. */
  early: number
  /** Processes that ended by themselves as they started. */
  again: number
  /** Milliseconds from a start to a ready process. */
  readonly times: number[]
}

async function killAll(site: Site, ground: Ground, { lot, ledger }: { lot: Draw; ledger: Ledger }): Promise<Starts> {
  const kills = ground.count({ full: 200, small: 8 })
  const starts: Starts = { early: 0, again: 0, times: [] }
  for (let kill = 1; kill <= kills && !ground.isLate(); kill += 1) {
    const victim = lot.pick(site.posts)
    if (lot.chance(0.15)) {
      // In the middle of its start, or of taking over from its predecessor.
      starts.early += 1
      await pause(lot.next() * 2500)
    } else {
      await allReady(site, starts)
      await pause((200 + lot.next() * patience(starts)) / site.posts.length)
    }
    await victim.process.kill()
    victim.kills += 1
    const began = performance.now()
    victim.process = victim.start()
    victim.process.ready.then(() => starts.times.push(performance.now() - began)).catch(() => undefined)
    if (kill % 5 === 0) ground.say(`${kill} of ${kills} kills, ${ledger.operations.size} solves acknowledged`)
  }
  await allReady(site, starts)
  return starts
}

/** What ends by itself while starting, for example because the database is busy, is started again, as a service manager would. */
async function allReady({ posts }: Site, starts: Starts): Promise<void> {
  for (const one of posts) {
    for (let tries = 0; tries < 5; tries += 1) {
      const isReady = await one.process.ready.then(
        () => true,
        () => false,
      )
      if (isReady) break
      await one.process.kill()
      starts.again += 1
      one.process = one.start()
    }
    await one.process.ready
  }
}

/**
 * Most milliseconds between two kills of a process: on a slow machine solves and starts take longer, and what is
 * killed three times is given up. With three processes, each gets just as long.
 */
function patience({ times }: Starts): number {
  const usual = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return Math.min(20_000, Math.max(3000, 2.5 * usual))
}

interface Run {
  readonly site: Site
  readonly ledger: Ledger
  readonly starts: Starts
  readonly faults: ReadonlyMap<number, number>
}

function rowsFrom(found: Inspection, { site, ledger, starts, faults }: Run): readonly Row[] {
  const by = (name: Post['name']) => site.posts.reduce((sum, one) => sum + (one.name === name ? one.kills : 0), 0)
  const kills = `${by('service')} kills of the service${site.posts.length > 1 ? `, ${by('worker')} of workers` : ''}`
  const tried = `${kills}; ${ledger.operations.size} solves and ${ledger.documents.size} stored documents acknowledged, ${ledger.rotas.size} rotas shown`
  const slowest = Math.max(0, ...starts.times) / 1000
  const begun = `${starts.times.length} successful starts, ${starts.early} killed during start-up, ${starts.again} exited by themselves and restarted; the slowest took ${slowest.toFixed(1)} s`
  return [
    ...bookRows(found, tried),
    rowOf('The service restarts every time', tried, { faults: [], seen: begun }),
    rowOf('No call gets a server error', tried, { faults: faultWords(faults), seen: 'none did' }),
  ]
}
