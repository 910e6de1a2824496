/** Trial: the clock passes both changes of summer time, and is moved forward and back by an hour during solves. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { aftermath, bookRows, rowOf } from './aftermath.ts'
import { type FalseClock, makeFalseClock } from './false-clock.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { asked } from './load.ts'
import { startCluster } from './postgres-cluster.ts'
import { startRota } from './rota-process.ts'
import { tinyDocument } from './tiny-document.ts'
import { type Ground, pause, type Row, type Trial, until } from './trial.ts'

/** Both changes of a year, also with the machine in a distant time zone. */
const CHANGES = [
  { change: '2027-03-28T01:00:00Z', zone: 'Europe/London' },
  { change: '2027-10-31T01:00:00Z', zone: 'Pacific/Auckland' },
]

/** A moment and the default Monday to plan: Britain's next, whatever the machine's time zone. */
const MONDAYS = [
  ['2027-03-27T23:30:00Z', '2027-03-29'],
  ['2027-03-28T00:59:59Z', '2027-03-29'],
  ['2027-03-28T22:59:00Z', '2027-03-29'],
  ['2027-03-28T23:01:00Z', '2027-04-05'],
  ['2027-10-30T23:30:00Z', '2027-11-01'],
  ['2027-10-31T23:59:00Z', '2027-11-01'],
  ['2027-11-01T00:01:00Z', '2027-11-08'],
] as const

const DAY = 24 * 3600
/** Seconds a finished solve is stored. */
const KEPT = 7 * DAY

export const summerTime: Trial = {
  name: 'summer-time',
  title: 'Clock changes in spring and autumn',
  async run(ground) {
    const folder: Row[] = []
    for (const one of ground.small ? CHANGES.slice(0, 1) : CHANGES) folder.push(...(await onFolder(ground, one)))
    return [...folder, ...(await onServer(ground))]
  },
}

async function onFolder(ground: Ground, { change, zone }: (typeof CHANGES)[number]): Promise<readonly Row[]> {
  const clock = makeFalseClock(join(ground.folder, `clock-${zone.replace('/', '-')}`))
  const folder = join(ground.folder, `data-${zone.replace('/', '-')}`)
  // Start long before the change, in case start-up is slow; then jump to shortly before it once the service is ready.
  clock.set(new Date(Date.parse(change) - 600_000).toISOString())
  const words = ['serve', '--port', '0', '--data', folder, '--solvers', '1']
  const process = startRota({ words, env: { ...clock.env, TZ: zone } })
  ground.after(() => process.kill())
  const url = await process.ready
  clock.set(new Date(Date.parse(change) - 20_000).toISOString())
  const ledger = makeLedger()
  const faults = await throughTheChange({ url, clock, ledger, change })
  const id = [...ledger.operations.values()][0]?.id ?? ''
  faults.push(...(await forgottenOnTime(url, clock, id)))
  const weeks = await mondays(url, clock)
  // Expired operations are no longer found, as expected.
  ledger.operations.clear()
  ledger.rotas.clear()
  await process.end()
  const tried = `${change}, the machine in ${zone}`
  return [
    rowOf('Solves run through the change and are kept for exactly seven days', tried, {
      faults,
      seen: 'each done once; there 30 s before expiry, gone after',
    }),
    rowOf('The next Monday is right in UK time', `${MONDAYS.length} moments, the machine in ${zone}`, {
      faults: weeks,
      seen: 'correct each time',
    }),
  ]
}

interface Change {
  readonly url: string
  readonly clock: FalseClock
  readonly ledger: Ledger
  readonly change: string
}

interface Times {
  readonly state: string
  readonly attempts: number
  readonly submittedAt: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly expiresAt: string
}

async function throughTheChange({ url, clock, ledger, change }: Change): Promise<string[]> {
  const faults: string[] = []
  let n = 0
  const solves: string[] = []
  while (clock.now() < Date.parse(change) + 2000 || n < 3) {
    n += 1
    solves.push(await submit(url, ledger, n))
    await done(url, solves.at(-1) ?? '')
  }
  const ended = await Promise.all(solves.map((id) => done(url, id)))
  const submitted = ended.map(({ submittedAt }) => Date.parse(submittedAt) - Date.parse(change))
  if (!(Math.min(...submitted) < 0 && Math.max(...submitted) > 0)) faults.push('no solve stood on either side')
  for (const one of ended) {
    const { state, attempts, submittedAt, startedAt, finishedAt, expiresAt } = one
    const moments = [submittedAt, startedAt, finishedAt, expiresAt].map(Date.parse)
    const inOrder = moments.every((moment, at) => at === 0 || moment >= (moments[at - 1] ?? 0))
    const kept = (Date.parse(expiresAt) - Date.parse(finishedAt)) / 1000
    if (state !== 'done' || attempts !== 1 || !inOrder || kept !== KEPT)
      faults.push(`${state} after ${attempts}, ${moments.join(' ')}`)
  }
  return faults
}

/**
 * Checks that it is still there half a minute before it expires and gone a minute after: the sweep runs every quarter of a
 * minute.
 */
async function forgottenOnTime(url: string, clock: FalseClock, id: string): Promise<string[]> {
  const { expiresAt } = await done(url, id)
  clock.set(new Date(Date.parse(expiresAt) - 30_000).toISOString())
  await pause(20_000)
  const before = await asked(`${url}/v1/solves/${id}`)
  clock.set(new Date(Date.parse(expiresAt) + 1000).toISOString())
  const look = () => asked(`${url}/v1/solves/${id}`)
  const gone = await until({ waitingFor: 'it to expire', seconds: 60 }, look, (one) => one?.status === 404).catch(
    () => null,
  )
  return [
    ...(before?.status === 200 ? [] : [`half a minute before it expires: ${before?.status}`]),
    ...(gone === null ? ['it does not expire'] : []),
  ]
}

async function mondays(url: string, clock: FalseClock): Promise<string[]> {
  const faults: string[] = []
  for (const [moment, monday] of MONDAYS) {
    clock.set(moment)
    const answer = await asked(`${url}/v1/networks/U49929/document`)
    const from = (answer?.body as { week?: { from?: string } } | undefined)?.week?.from
    if (from !== monday) faults.push(`at ${moment}: ${from} instead of ${monday}`)
  }
  return faults
}

/** Moves the server's clock, which times heartbeats, forward and back by an hour. */
async function onServer(ground: Ground): Promise<readonly Row[]> {
  chmodSync(ground.folder, 0o711)
  const clock = makeFalseClock(join(ground.folder, 'clock-server'))
  clock.set('2027-03-28T00:59:00Z')
  const cluster = await startCluster({ env: clock.env })
  ground.after(() => cluster.close())
  const start = (...words: string[]) => {
    const one = startRota({ words, env: { ...clock.env, DATABASE_URL: cluster.url } })
    ground.after(() => one.kill())
    return one
  }
  const service = start('serve', '--port', '0', '--solvers', '0')
  const url = await service.ready
  const processes = [service, start('worker', '--solvers', '1'), start('worker', '--solvers', '1')]
  await Promise.all(processes.map(({ ready }) => ready))
  const ledger = makeLedger()
  const steps = ground.count({ full: 20, small: 4 })
  for (let step = 0; step < steps; step += 1) {
    await submit(url, ledger, step)
    await pause(1500)
    clock.step(step % 2 === 0 ? 3600 : -3600)
  }
  const found = await aftermath({ home: { kind: 'server', url: cluster.url }, url, processes, ledger })
  return bookRows(found, `${steps} one-hour steps of the server's clock, forward and back, during ${steps} solves`)
}

async function submit(url: string, ledger: Ledger, n: number): Promise<string> {
  const key = `time-${n}`
  const document = JSON.stringify(tinyDocument({ waiting: n + 1, seconds: 30 }))
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await asked(`${url}/v1/solves`, { method: 'POST', headers, body: document })
  if (answer?.status !== 202) throw new Error(`A solve was answered by ${answer?.status}.`)
  const { id } = answer.body as { id: string }
  ledger.operations.set(key, { id, key, document })
  return id
}

async function done(url: string, id: string): Promise<Times> {
  const look = async () => (await asked(`${url}/v1/solves/${id}`))?.body as Times | undefined
  const isOver = (one: Times | undefined) => one !== undefined && !['queued', 'running'].includes(one.state)
  return (await until({ waitingFor: `solve ${id}`, seconds: 180 }, look, isOver)) as Times
}
