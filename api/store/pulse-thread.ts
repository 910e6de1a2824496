/**
 * A thread of its own that says, once a second, which solves of this process are alive: however busy the thread is that answers
 * calls. It stops saying so where that thread has not been heard of for long, since then nobody would write their ends down.
 */
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'

export interface PulseTask {
  readonly url: string
  /** Milliseconds between two signs of life. */
  readonly beatEvery: number
  /** Signs of life given without hearing from the process. */
  readonly patience: number
}

/** Its input: the claims of running solves. Resent now and then even if unchanged. */
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
  // A database that is away hears the next one.
  await pool
    .query("update operations set seen_at = now() where claim = any($1) and state = 'running'", [claims])
    .catch(() => undefined)
}

for (;;) {
  await beat()
  await new Promise((resolve) => setTimeout(resolve, beatEvery))
}
