/** A service and two workers, each a process of its own, on one PostgreSQL server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operationResponse } from '../../../api/contract/solves.ts'
import { smallDocument } from '../../small-document.ts'
import { until } from '../serving-solves.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const children: ChildProcess[] = []
let database: Awaited<ReturnType<typeof emptyDatabase>>
let client: pg.Client
let service = ''

function rota(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  // A log that nobody reads would fill its pipe, and hold the process up.
  child.stderr?.resume()
  return child
}

/** The first line that it says, on standard output for a service and on standard error for a worker. */
async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (stream === null) throw new Error('nothing to read')
  const [line] = await once(createInterface({ input: stream }), 'line')
  return String(line)
}

async function worker(): Promise<ChildProcess> {
  const child = rota('worker', '--solvers', '1')
  await firstLine(child.stderr)
  return child
}

/** One that is scraped: where its metrics are. */
async function scrapedWorker(): Promise<string> {
  const { stderr } = rota('worker', '--solvers', '1', '--metrics-port', '0')
  if (stderr === null) throw new Error('nothing to read')
  for await (const line of createInterface({ input: stderr })) {
    const { url } = line.startsWith('{') ? JSON.parse(line) : {}
    if (typeof url === 'string') return `${url}/metrics`
  }
  throw new Error('the worker ended')
}

beforeAll(async () => {
  if (SERVER === undefined) throw new Error('ROTA_TEST_DATABASE is not set')
  database = await emptyDatabase(SERVER)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  service = await firstLine(rota('serve', '--port', '0', '--solvers', '0').stdout)
}, 120_000)

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await client.end()
  await database.drop()
})

it('a solve whose worker is killed finishes on the other, once', async () => {
  const first = await worker()
  const document = smallDocument({ solve: { seconds: 20, gap: 0, seed: 1 } })
  const response = await fetch(`${service}/v1/solves`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  })
  const { id } = operationResponse.parse(await response.json())
  const look = async () => operationResponse.parse(await (await fetch(`${service}/v1/solves/${id}`)).json())
  await until(look, ({ progress }) => progress !== undefined)
  first.kill('SIGKILL')
  await once(first, 'exit')
  // Nobody waits thirty seconds for a test: the last sign of life is moved back instead.
  await client.query('update operations set seen_at = $1', [new Date(0)])
  const metrics = await scrapedWorker()
  const done = await until(look, ({ state }) => state === 'done')
  expect([done.attempts, done.version]).toEqual([2, 1])
  expect(done.report?.assignments.length).toBeGreaterThan(0)
  const text = await (await fetch(`${service}/v1/solves/${id}/events`)).text()
  const states = [...text.matchAll(/event: state\ndata: \{"state":"(\w+)"\}/g)].map((match) => match[1])
  expect(states).toEqual(['queued', 'running', 'queued', 'running', 'done'])
  const figures = await (await fetch(metrics)).text()
  expect(figures).toMatch(/^rota_takeovers_total\{result="requeued"\} 1$/m)
  expect(figures).toMatch(/^rota_solve_duration_seconds_count\{outcome="[a-z-]+"\} 1$/m)
  expect(figures).toMatch(/^rota_operations\{state="done"\} 1$/m)
}, 180_000)
