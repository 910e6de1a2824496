/** Trial: the database goes down under load, and comes back. */
import { randomUUID } from 'node:crypto'
import { draw } from '../src/intake/network/draw.ts'
import { aftermath, bookRows, faultWords, rowOf } from './aftermath.ts'
import { makeLedger } from './ledger.ts'
import { asked, startLoad } from './load.ts'
import { type Cluster, freePort, startCluster } from './postgres-cluster.ts'
import { type RotaProcess, startRota } from './rota-process.ts'
import { type Ground, pause, type Trial, until } from './trial.ts'

export const away: Trial = {
  name: 'away',
  title: 'Database outages',
  async run(ground) {
    const times = ground.count({ full: 20, small: 2 })
    const cluster = await startCluster()
    ground.after(() => cluster.close())
    const port = await freePort()
    const env = { DATABASE_URL: cluster.url }
    const service = startRota({ words: ['serve', '--port', String(port), '--solvers', '0'], env })
    ground.after(() => service.kill())
    const url = await service.ready
    const worker = startRota({ words: ['worker', '--solvers', '1'], env })
    ground.after(() => worker.kill())
    await worker.ready

    const lot = draw(ground.seed, 'away')
    const ledger = makeLedger()
    const load = startLoad({ url: () => url, callers: 6, unfinished: 8, ledger, draw: lot })
    const outages = { ground, cluster, url, processes: [service, worker] }
    const faults: string[] = []
    for (let time = 0; time < times; time += 1) {
      await pause(1000 + lot.next() * 3000)
      faults.push(...(await outage(outages, { mode: time % 2 === 0 ? 'immediate' : 'fast', ms: lot.next() * 8000 })))
      ground.say(`away and back ${time + 1} of ${times}`)
    }
    await load.close()
    const home = { kind: 'server', url: cluster.url } as const
    const found = await aftermath({ home, url, processes: [service, worker], ledger })
    const tried = `${times} times, under load; ${ledger.operations.size} solves acknowledged, ${ledger.rotas.size} rotas shown`
    return [
      rowOf('It reports not ready but alive, then ready again by itself', tried, {
        faults,
        seen: 'each time',
      }),
      rowOf('Calls meanwhile get 503 at worst', tried, {
        faults: faultWords(load.faults),
        seen: 'all did',
      }),
      ...bookRows(found, tried),
    ]
  },
}

interface Outages {
  readonly ground: Ground
  readonly cluster: Cluster
  readonly url: string
  readonly processes: readonly RotaProcess[]
}

async function outage(
  { cluster, url, processes }: Outages,
  { mode, ms }: { readonly mode: 'immediate' | 'fast'; readonly ms: number },
): Promise<string[]> {
  cluster.stop(mode)
  const faults: string[] = []
  const ready = () => asked(`${url}/readyz`)
  const said = (what: string) => (error: unknown) => void faults.push(`${what}: ${String(error)}`)
  await until({ waitingFor: 'a 503', seconds: 30 }, ready, (answer) => answer?.status === 503).catch(said('not ready'))
  const alive = await asked(`${url}/healthz`)
  if (alive?.status !== 200) faults.push(`alive: ${alive?.status}`)
  const look = await asked(`${url}/v1/solves/${randomUUID()}`)
  if (look?.status !== 503) faults.push(`a look at a solve was answered by ${look?.status}`)
  await pause(ms)
  cluster.start()
  await until({ waitingFor: 'a 200', seconds: 60 }, ready, (answer) => answer?.status === 200).catch(
    said('ready again'),
  )
  // Otherwise the callers would retry for ever.
  const dead = processes.find((process) => !process.isAlive())
  if (dead !== undefined) throw new Error(`A process has ended, its last words: ${dead.said.slice(-5).join(' ')}`)
  return faults
}
