import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeBell } from '../../../api/jobs/bell.ts'
import type { Answer, Solve, Workshop } from '../../../api/jobs/job.ts'
import { startWorker, sweep, type Worker } from '../../../api/jobs/worker.ts'
import { eventsAfter, findOperation } from '../../../api/store/operations.ts'
import { requestStop, submit } from '../../../api/store/submission.ts'
import type { TelemetryEvent } from '../../../api/telemetry/telemetry-event.ts'
import { Stopped } from '../../../src/errors.ts'
import { patientSolver, REPORT, until } from '../serving-solves.ts'
import { type Opened, openForTest } from '../store/open-database.ts'

let at: Opened
const workers: Worker[] = []
const faults: unknown[] = []
const noted: TelemetryEvent[] = []
beforeAll(async () => {
  at = await openForTest()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()))
  await at.db.deleteFrom('operations').execute()
  expect([at.faults, faults]).toEqual([[], []])
})
afterAll(() => at.close())

/** Nothing is asked in most of these tests. */
let answer: Answer = () => Promise.reject(new Error('nothing is asked'))

function shop(solve: Solve, beatEvery = 20): Workshop {
  const log = (error: unknown) => void faults.push(error)
  const note = (event: TelemetryEvent) => void noted.push(event)
  return { db: at.db, queue: at.queue, bell: makeBell(), solve, answer, log, note, beatEvery }
}

const TIMES = { places: 1, lookEvery: 20, silence: 30, keep: 3600 }

function worker(solve: Solve, { alone = false, beatEvery = 20 } = {}): Worker {
  const started = startWorker(shop(solve, beatEvery), { ...TIMES, alone })
  workers.push(started)
  return started
}

async function submitted(): Promise<string> {
  const asked = { actor: 'local', network: 'N', weekFrom: '2026-11-30', document: '{}', documentHash: 'h', key: null }
  const answer = await submit(at.db, asked, { ...at.queue, most: 10 })
  return 'id' in answer ? answer.id : ''
}

const inState = (id: string, state: string) =>
  until(
    () => findOperation(at.db, id, 'all'),
    (one) => one?.state === state,
  )
const statesOf = async (id: string) =>
  ((await eventsAfter(at.db, { id, after: 0 }, 'all'))?.events ?? [])
    .filter(({ kind }) => kind === 'state')
    .map(({ body }) => JSON.parse(body).state)

/** A beat that never comes within a test. */
const NEVER = 1_000_000

/** A solver that builds until it is stopped, and has nothing to show by then. */
const building: Solve = async (_, __, { stop }) => {
  await until(
    () => stop !== undefined && Atomics.load(stop, 0),
    (set) => set === 1,
  )
  throw new Stopped('stopped')
}

it('a job stopped while being built is stopped, without a report, and has not failed', async () => {
  const id = await submitted()
  worker(building)
  await inState(id, 'running')
  await requestStop(at.db, { id, actor: 'local', networks: 'all' }, at.queue)
  const ended = await inState(id, 'stopped')
  expect(ended).toMatchObject({ problem: null, report: null, version: null })
})

it('a job added while the server’s clock was an hour ahead is done once it is right again', async () => {
  const id = await submitted()
  const ahead = sql`interval '1 hour'`
  await sql`update pgboss.job set start_after = start_after + ${ahead}, created_on = created_on + ${ahead} where id = ${id}`.execute(
    at.db,
  )
  worker(() => Promise.resolve(REPORT))
  await inState(id, 'done')
})

it('a job still being built when its worker shuts down waits for another worker', async () => {
  const id = await submitted()
  const one = worker(building)
  await inState(id, 'running')
  await one.close()
  expect(await findOperation(at.db, id, 'all')).toMatchObject({ state: 'queued', attempts: 0, problem: null })
})

it('a job whose worker fell silent is done by another, and by nobody twice', async () => {
  noted.splice(0)
  const silent = patientSolver()
  const id = await submitted()
  worker(silent.solve, { beatEvery: NEVER })
  await inState(id, 'running')
  await at.db
    .updateTable('operations')
    .set({ seen_at: new Date(0) })
    .execute()
  const other = patientSolver()
  other.letGo()
  // The other's first sweep finds it.
  worker(async () => ({ ...(await other.solve('{}', '', {})), note: 'by the other' }) as typeof REPORT)
  const done = await inState(id, 'done')
  silent.letGo()
  await Promise.all(workers.splice(0).map((one) => one.close()))
  expect(await findOperation(at.db, id, 'all')).toEqual(done)
  expect(done?.report).toMatchObject({ note: 'by the other' })
  expect(await statesOf(id)).toEqual(['queued', 'running', 'queued', 'running', 'done'])
  expect(await at.db.selectFrom('rotas').select('version').where('operation_id', '=', id).execute()).toHaveLength(1)
  // What operators hear: it waited once, and was taken over once.
  expect(noted.splice(0)).toEqual([
    { kind: 'solve-claimed', waitedSeconds: expect.any(Number) },
    { kind: 'takeover', operation: id, result: 'requeued' },
  ])
})

it('a worker that finds its job taken over stops the search', async () => {
  const solver = patientSolver()
  const id = await submitted()
  worker(solver.solve)
  await inState(id, 'running')
  await at.db.updateTable('operations').set({ claim: 'somebody else' }).where('id', '=', id).execute()
  await Promise.all(workers.splice(0).map((one) => one.close()))
  expect((await findOperation(at.db, id, 'all'))?.state).toBe('running')
})

it('a worker that is closed puts back what it has under way, and the next one goes on', async () => {
  const id = await submitted()
  const first = worker(patientSolver().solve)
  await inState(id, 'running')
  await first.close()
  expect(await findOperation(at.db, id, 'all')).toMatchObject({ state: 'queued', attempts: 0, report: null })
  const next = patientSolver()
  next.letGo()
  worker(next.solve)
  expect((await inState(id, 'done'))?.report).toEqual(REPORT)
})

it('what a dead process left in a folder of its own is taken up at once', async () => {
  const id = await submitted()
  const dead = worker(patientSolver().solve, { beatEvery: NEVER })
  // The dead write nothing more; whatever is being written is passed over.
  await until(
    () => findOperation(at.db, id, 'all'),
    (one) => one?.state === 'running' && one.progress !== null,
  )
  await sweep(shop(patientSolver().solve), { silence: null, keep: 3600 })
  expect((await findOperation(at.db, id, 'all'))?.state).not.toBe('done')
  expect((await statesOf(id)).slice(0, 3)).toEqual(['queued', 'running', 'queued'])
  await dead.close()
})

it('several places solve several at once, each once', async () => {
  const solver = patientSolver()
  const ids = await Promise.all([1, 2, 3].map(submitted))
  const started = startWorker(shop(solver.solve), { ...TIMES, places: 2, alone: false })
  workers.push(started)
  await until(
    () => solver.started.length,
    (count) => count === 2,
  )
  solver.letGo()
  for (const id of ids) await inState(id, 'done')
  expect(solver.started.length).toBe(3)
})

it.each([true, false])(
  'a running job is not taken over by a sweep of its own process, however late its heartbeat (alone: %s)',
  async (alone) => {
    const solver = patientSolver()
    const id = await submitted()
    const started = startWorker(shop(solver.solve, NEVER), { ...TIMES, silence: 0.02, alone })
    workers.push(started)
    await inState(id, 'running')
    await at.db
      .updateTable('operations')
      .set({ seen_at: new Date(0) })
      .execute()
    // The mark of a sweep that came after that: it forgets what was finished long ago.
    const old = await submitted()
    await at.db
      .updateTable('operations')
      .set({ state: 'done', finished_at: new Date(0) })
      .where('id', '=', old)
      .execute()
    await until(
      () => findOperation(at.db, old, 'all'),
      (one) => one === null,
    )
    expect(await statesOf(id)).toEqual(['queued', 'running'])
    solver.letGo()
    await inState(id, 'done')
  },
)

const QUESTION = { kind: 'stress-test', request: '{"samples":2}', hash: 'q' } as const

async function asked(): Promise<string> {
  const about = { actor: 'local', network: 'N', weekFrom: '2026-11-30', document: '{}', documentHash: 'h', key: null }
  const given = await submit(at.db, { ...about, question: QUESTION }, { ...at.queue, most: 10 })
  return 'id' in given ? given.id : ''
}

const answered = (id: string, state: string) =>
  until(
    () => findOperation(at.db, id, 'all', 'questions'),
    (one) => one?.state === state,
  )

it('a question does not wait behind solves, and is answered with what was asked', async () => {
  const solver = patientSolver()
  await submitted()
  await submitted()
  const id = await asked()
  answer = async ({ kind, request, document }) => JSON.stringify({ kind, request, document })
  worker(solver.solve)
  const done = await answered(id, 'done')
  expect(JSON.parse(done?.result ?? '')).toEqual({ kind: 'stress-test', request: '{"samples":2}', document: '{}' })
  expect(await findOperation(at.db, id, 'all')).toBeNull()
  expect(await at.db.selectFrom('rotas').select('version').where('operation_id', '=', id).execute()).toEqual([])
  solver.letGo()
})

it('a question whose worker died is answered by another, and after three deaths it has failed', async () => {
  const id = await asked()
  const silent = new Promise<string>(() => undefined)
  answer = () => silent
  for (const attempt of [1, 2, 3]) {
    const dead = startWorker(shop(patientSolver().solve, NEVER), { ...TIMES, alone: false })
    await until(
      () => findOperation(at.db, id, 'all', 'questions'),
      (one) => one?.state === 'running' && one.attempts === attempt,
    )
    await at.db
      .updateTable('operations')
      .set({ seen_at: new Date(0) })
      .execute()
    await sweep(shop(patientSolver().solve), { silence: 1, keep: 3600 })
    void dead
  }
  expect((await answered(id, 'failed'))?.problem).toMatchObject({ status: 500 })
})
