/** Processes are killed at random moments under load, on either database. */
import { type Home, openDatabase } from '../../api/store/database.ts'
import { type Draw, draw } from '../../src/intake/network/draw.ts'
import { type Inspection, inspect } from './inspection.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { asked, startLoad } from './load.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { type RotaProcess, startRota } from './rota-process.ts'
import { type Ground, pause, type Row, type Trial, until } from './trial.ts'

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
  await untilQuiet(site.url, ledger)
  await Promise.all(site.posts.map(({ process }) => process.end()))
  const found = await inspected(site.home, ledger)
  return rowsFrom(found, { site, ledger, starts, faults: load.faults })
}

interface Starts {
  /** Processes that were killed before they were ready. */
  early: number
  /** Milliseconds from a start to a ready process. */
  readonly times: number[]
}

async function killAll(site: Site, ground: Ground, { lot, ledger }: { lot: Draw; ledger: Ledger }): Promise<Starts> {
  const kills = ground.small ? 8 : 200
  const starts: Starts = { early: 0, times: [] }
  for (let kill = 1; kill <= kills; kill += 1) {
    const victim = lot.pick(site.posts)
    if (lot.chance(0.15)) {
      // In the middle of its start, or of what it takes over from the one before.
      starts.early += 1
      await pause(lot.next() * 2500)
    } else {
      await Promise.all(site.posts.map(({ process }) => process.ready))
      await pause((200 + lot.next() * patience(starts)) / site.posts.length)
    }
    await victim.process.kill()
    victim.kills += 1
    const began = performance.now()
    victim.process = victim.start()
    victim.process.ready.then(() => starts.times.push(performance.now() - began)).catch(() => undefined)
    if (kill % 10 === 0) ground.say(`${kill} of ${kills} kills, ${ledger.operations.size} solves acknowledged`)
  }
  await Promise.all(site.posts.map(({ process }) => process.ready))
  return starts
}

/**
 * Milliseconds that a process is let alone at most: on a slow machine a solve takes longer, as a start does, and what is
 * killed three times is given up. With three processes each is let alone for as long all the same.
 */
function patience({ times }: Starts): number {
  const usual = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return Math.min(20_000, Math.max(3000, 2.5 * usual))
}

/** Until nothing waits and nothing runs: a dead worker's solve is taken over after half a minute. */
async function untilQuiet(url: string, ledger: Ledger): Promise<void> {
  const seconds = 180 + 5 * ledger.operations.size
  await until(
    { waitingFor: 'the last solve', seconds },
    () => asked(`${url}/readyz`),
    (answer) => {
      const { queued, running } = (answer?.body ?? {}) as { queued?: number; running?: number }
      return answer?.status === 200 && queued === 0 && running === 0
    },
  ).catch(() => undefined)
}

async function inspected(home: Home, ledger: Ledger): Promise<Inspection> {
  const database = await openDatabase(home, () => undefined)
  try {
    return await inspect(database.db, ledger)
  } finally {
    await database.close()
  }
}

interface Run {
  readonly site: Site
  readonly ledger: Ledger
  readonly starts: Starts
  readonly faults: ReadonlyMap<number, number>
}

function rowsFrom({ states, mostAttempts, lost, stuck, twice }: Inspection, run: Run): readonly Row[] {
  const { site, ledger, starts, faults } = run
  const by = (name: Post['name']) => site.posts.reduce((sum, one) => sum + (one.name === name ? one.kills : 0), 0)
  const kills = `${by('service')} kills of the service${site.posts.length > 1 ? `, ${by('worker')} of workers` : ''}`
  const tried = `${kills}; ${ledger.operations.size} solves acknowledged, ${ledger.rotas.size} rotas shown`
  const ends = [...states].map(([state, count]) => `${count} ${state}`).join(', ')
  const slowest = Math.max(0, ...starts.times) / 1000
  const row = (what: string, faults: readonly string[], seen: string): Row => ({
    what,
    tried,
    seen: faults.length === 0 ? seen : `${faults.length}: ${faults.slice(0, 3).join('; ')}`,
    survived: faults.length === 0,
  })
  return [
    row('No acknowledged document, rota or operation is lost', lost, `0 lost; ${ends}`),
    row('None is stuck', stuck, `0 stuck; taken up ${mostAttempts} times at most`),
    row('None is finished twice', twice, '0 twice, by events, versions, keys and audit log'),
    row(
      'It starts again each time',
      [],
      `${starts.times.length} starts to ready, ${starts.early} killed in mid-start; the slowest took ${slowest.toFixed(1)} s`,
    ),
    row(
      'No call is answered by a fault',
      [...faults].map(([status, count]) => `${count} times ${status}`),
      'none was',
    ),
  ]
}
