/** Trial: many readers during many solves. No call may fail, and latency is compared with a bare Express route. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { draw } from '../src/intake/network/draw.ts'
import { rowOf } from './aftermath.ts'
import { asked } from './load.ts'
import { percentile } from './percentile.ts'
import { type Reading, read } from './readers.ts'
import { startRota } from './rota-process.ts'
import { type Ground, type Trial, until } from './trial.ts'

const FIXTURE = new URL('../fixtures/networks/one-practice.json', import.meta.url)

/**
 * Limit on a call's latency at the median and the 95th percentile, as a multiple of the bare route's; or in milliseconds,
 * imperceptible to people, since on a busy machine both mostly wait for a processor.
 */
const MOST = { ratio: 12, ms: 500 }

export const crowd: Trial = {
  name: 'crowd',
  title: 'Many readers during solves',
  async run(ground) {
    const { small, folder, after, say, seed } = ground
    const [readers, solves, seconds] = small ? [100, 4, 10] : [500, 20, 40]
    const words = ['serve', '--port', '0', '--data', join(folder, 'data'), '--solvers', String(solves)]
    const service = startRota({ words })
    after(() => service.kill())
    const url = await service.ready
    const ids: string[] = []
    for (let n = 0; n < solves; n += 1) ids.push(await submit(url, n))
    const running = () => asked(`${url}/readyz`)
    const areRunning = (answer: Awaited<ReturnType<typeof asked>>) =>
      (answer?.body as { running: number })?.running === solves
    await until({ waitingFor: 'every solve to run', seconds: 300 }, running, areRunning)
    const bare = await startBare(ground, await asked(`${url}/v1/solves/${ids[0]}`))

    const paths = [...ids.map((id) => `/v1/solves/${id}`), '/v1/networks?name=rochford', '/v1/rules', '/healthz']
    const lot = draw(seed, 'crowd')
    const seen: Record<'bare' | 'ours', Reading[]> = { bare: [], ours: [] }
    // Alternate, so that other load on this machine affects both.
    for (const round of [1, 2]) {
      seen.bare.push(await read({ url: bare, paths: ['/'], readers, seconds: seconds / 2, draw: lot }))
      seen.ours.push(await read({ url, paths, readers, seconds: seconds / 2, draw: lot }))
      say(`round ${round} of 2`)
    }
    const still = ((await running())?.body as { running?: number } | undefined)?.running ?? 0
    await Promise.all(ids.map((id) => asked(`${url}/v1/solves/${id}`, { method: 'DELETE' })))
    return rowsOf(
      seen,
      `${readers} readers, each polling about every 5 s, while ${solves} rotas are solved (${still} still at the end)`,
    )
  },
}

/** Submits a solve that lasts for the whole measurement, since its gap is unreachable. */
async function submit(url: string, seed: number): Promise<string> {
  const document = { ...JSON.parse(readFileSync(FIXTURE, 'utf8')), solve: { seconds: 600, gap: 0, seed } }
  // Retried with the same key if the response takes too long.
  const headers = { 'content-type': 'application/json', 'idempotency-key': `crowd-${seed}` }
  const send = () => asked(`${url}/v1/solves`, { method: 'POST', headers, body: JSON.stringify(document) })
  const answer = await until({ waitingFor: 'a solve to be taken in', seconds: 120 }, send, (one) => one?.status === 202)
  return (answer?.body as { id?: string } | undefined)?.id ?? ''
}

/** Starts the bare route with the service's own response. */
async function startBare({ folder, after }: Ground, answer: Awaited<ReturnType<typeof asked>>): Promise<string> {
  const file = join(folder, 'answer.json')
  writeFileSync(file, JSON.stringify(answer?.body))
  const script = fileURLToPath(new URL('./bare-route.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  after(() => child.kill('SIGKILL'))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return String(line)
}

function rowsOf(seen: Readonly<Record<'bare' | 'ours', readonly Reading[]>>, tried: string) {
  const all = (who: 'bare' | 'ours') => seen[who].flatMap(({ times }) => times)
  const faults = seen.ours.flatMap((one) => one.faults)
  const words = (who: 'bare' | 'ours') =>
    [50, 95, 99].map((per) => `p${per} ${percentile(all(who), per).toFixed(1)} ms`).join(', ')
  const ratios = ([50, 95] as const).map((per) => {
    const ours = percentile(all('ours'), per)
    return { per, ours, ratio: ours / percentile(all('bare'), per) }
  })
  const slow = ratios
    .filter(({ ours, ratio }) => !(ratio <= MOST.ratio || ours <= MOST.ms))
    .map(({ per, ratio }) => `p${per} is ${ratio.toFixed(1)} times`)
  const figures = `ours ${words('ours')}; bare ${words('bare')}`
  const told = ratios.map(({ per, ratio }) => `p${per} ${ratio.toFixed(1)}`).join(', ')
  return [
    rowOf('No call fails', `${tried}; ${all('ours').length + faults.length} calls`, { faults, seen: 'error rate 0' }),
    rowOf(
      'Calls take a bounded multiple of a bare Express route’s time',
      `${all('ours').length} calls of ours, ${all('bare').length} of the bare route`,
      {
        faults: slow.length === 0 ? [] : [...slow, figures],
        seen: `${figures}; ratio ${told} (at most ${MOST.ratio}, or ${MOST.ms} ms)`,
      },
    ),
  ]
}
