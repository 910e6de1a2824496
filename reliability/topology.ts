/**
 * Runs the topology of compose.yaml as processes on loopback: a PostgreSQL server, a service that solves nothing itself, and two
 * workers. Solves a network's week and kills one worker in the middle.
 */
import { readFileSync } from 'node:fs'
import { rowOf } from './aftermath.ts'
import { asked } from './load.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { type RotaProcess, startRota } from './rota-process.ts'
import { type Trial, until } from './trial.ts'

/** Arguments of `rota` for each process, as in Dockerfile and compose.yaml; port and address are added. */
export const TOPOLOGY = {
  service: ['serve', '--solvers', '0'],
  workers: [
    ['worker', '--solvers', '1'],
    ['worker', '--solvers', '1'],
  ],
  /** Environment variable with the database's address. */
  database: 'DATABASE_URL',
  /** Readiness check of the service. */
  health: '/readyz',
} as const

const FIXTURE = new URL('../fixtures/networks/one-practice.json', import.meta.url)

/** The response; of the report only assignments are used. */
interface Operation {
  readonly id: string
  readonly state: string
  readonly attempts: number
  readonly version?: number
  readonly progress?: unknown
  readonly report?: { readonly assignments: readonly unknown[] }
}

export const topology: Trial = {
  name: 'topology',
  title: 'The compose topology on loopback, one worker killed mid-solve',
  async run({ after, say, small }) {
    const cluster = await startCluster()
    after(() => cluster.close())
    const start = (words: readonly string[]) => {
      const one = startRota({ words, env: { [TOPOLOGY.database]: cluster.url } })
      after(() => one.kill())
      return one
    }
    const service = start([...TOPOLOGY.service, '--port', String(await freePort())])
    const url = await service.ready
    const workers = TOPOLOGY.workers.map(start)
    await Promise.all(workers.map(({ ready }) => ready))
    await until(
      { waitingFor: 'a ready service', seconds: 30 },
      () => asked(url + TOPOLOGY.health),
      (one) => one?.status === 200,
    )

    // One solve per worker, so that whichever is killed is running one.
    const solves = await Promise.all([1, 2].map((seed) => submit(url, { seconds: small ? 30 : 60, gap: 0, seed })))
    for (const id of solves) await seen(url, id, ({ progress }) => progress !== undefined)
    say('both workers solve; one is killed')
    await (workers[0] as RotaProcess).kill()
    const ended = await Promise.all(
      solves.map((id) => seen(url, id, ({ state }) => !['queued', 'running'].includes(state))),
    )
    await Promise.all([service, ...workers].map((one) => one.end()))
    return [rowOf('Both solves finish, one of them on the other worker', '1 service, 2 workers, 1 kill', judged(ended))]
  },
}

async function submit(url: string, solve: object): Promise<string> {
  const document = JSON.stringify({ ...JSON.parse(readFileSync(FIXTURE, 'utf8')), solve })
  const headers = { 'content-type': 'application/json' }
  const answer = await asked(`${url}/v1/solves`, { method: 'POST', headers, body: document })
  if (answer?.status !== 202) throw new Error(`A solve was answered by ${answer?.status}.`)
  return (answer.body as Operation).id
}

async function seen(url: string, id: string, isSo: (operation: Operation) => boolean): Promise<Operation> {
  const look = async () => (await asked(`${url}/v1/solves/${id}`))?.body as Operation | undefined
  const found = await until({ waitingFor: `solve ${id}`, seconds: 400 }, look, (one) => one !== undefined && isSo(one))
  return found as Operation
}

function judged(ended: readonly Operation[]): { faults: readonly string[]; seen: string } {
  const words = ended.map(({ state, attempts, version }) => `${state}, attempts: ${attempts}, rota ${version}`)
  const attempts = ended.map((one) => one.attempts).sort()
  const isWell =
    ended.every(({ state, report }) => state === 'done' && (report?.assignments.length ?? 0) > 0) &&
    attempts.join() === '1,2' &&
    new Set(ended.map(({ version }) => version)).size === 2
  return { faults: isWell ? [] : words, seen: words.join('; ') }
}
