/**
 * A thread that records a heartbeat for this process's running solves once a second, however busy the main thread is. It stops if
 * the main thread has been silent for long, since then nobody would record the solves' ends.
 */
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'

export interface PulseTask {
  readonly url: string
  /** Milliseconds between heartbeats. */
  readonly beatEvery: number
  /** Heartbeats recorded without hearing from the main thread. */
  readonly patience: number
}

/** Input: the claims of running solves. Resent periodically even if unchanged. */
export type PulseNews = readonly string[]

const { url, beatEvery, patience } = workerData as PulseTask
let claims: PulseNews = []
let unheard = 0
parentPort?.on('message', (news: PulseNews) => {
  claims = news
  unheard = 0
})

const pool = new pg.Pool({
  connectionString: url,
  max: 1,
  connectionTimeoutMillis: 10_000,
  application_name: 'rota pulse',
})
pool.on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))

async function beat(): Promise<void> {
  unheard += 1
  if (claims.length === 0 || unheard > patience) return
  // If the database is unreachable, the next heartbeat tries again.
  await pool
    .query("update operations set seen_at = now() where claim = any($1) and state = 'running'", [claims])
    .catch(() => undefined)
}

for (;;) {
  await beat()
  await new Promise((resolve) => setTimeout(resolve, beatEvery))
}
