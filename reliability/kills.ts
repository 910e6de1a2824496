/** Trials: processes are killed at random moments under load, on either database. */
import type { Home } from '../api/store/database.ts'
import { draw } from '../src/intake/network/draw.ts'
import { aftermath, bookRows, faultWords, rowOf } from './aftermath.ts'
import type { Inspection } from './inspection.ts'
import { killAll, type Post, postOf, type Starts, startWords } from './killing.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { startLoad } from './load.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { startRota } from './rota-process.ts'
import type { Ground, Row, Trial } from './trial.ts'

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
    const posts = [postOf('service', () => startRota({ words }))]
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
    const posts = [postOf('service', service)]
    await posts[0]?.process.ready
    posts.push(postOf('worker', worker), postOf('worker', worker))
    return rowsOf({ home: { kind: 'server', url: cluster.url }, url: `http://127.0.0.1:${port}`, posts }, ground)
  },
}

async function rowsOf(site: Site, ground: Ground): Promise<readonly Row[]> {
  const lot = draw(ground.seed, site.home.kind, 'kills')
  const ledger = makeLedger()
  ground.after(() => Promise.all(site.posts.map(({ process }) => process.kill())))
  await Promise.all(site.posts.map(({ process }) => process.ready))
  const load = startLoad({ url: () => site.url, callers: 6, unfinished: 8, ledger, draw: lot })
  const told = () => `${ledger.operations.size} solves acknowledged`
  const starts = await killAll(site.posts, ground, { times: ground.count({ full: 200, small: 8 }), lot, told })
  ground.say(`all kills done; ${ledger.operations.size} solves were acknowledged, and are waited for`)
  await load.close()
  const found = await aftermath({ ...site, processes: site.posts.map(({ process }) => process), ledger })
  return rowsFrom(found, { site, ledger, starts, faults: load.faults })
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
  return [
    ...bookRows(found, tried),
    rowOf('The service restarts every time', tried, { faults: [], seen: startWords(starts) }),
    rowOf('No call gets a server error', tried, { faults: faultWords(faults), seen: 'none did' }),
  ]
}
