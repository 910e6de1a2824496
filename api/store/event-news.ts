/** Notifies processes of events written by others on the same server, through LISTEN and NOTIFY. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from './db.ts'

const CHANNEL = 'rota_events'

/** Notifies in the transaction that writes the event, so that nobody is notified of uncommitted events. */
export async function passOn(trx: Db, operation: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${operation})`.execute(trx)
}

export interface NewsOptions {
  readonly url: string
  readonly onEvent: (operation: string) => void
  /** Called after a reconnect: events in between may have been missed. */
  readonly onGap: () => void
  readonly log: (error: unknown) => void
}

export interface NewsLine {
  /** Resolves once first connected. */
  readonly open: Promise<void>
  close(): Promise<void>
}

/** Milliseconds between reconnection attempts. */
const AGAIN = 1000

/** Listens on a dedicated connection, reconnecting if it breaks. */
export function listenForNews({ url, onEvent, onGap, log }: NewsOptions): NewsLine {
  const closing = new AbortController()
  let heard: () => void = () => undefined
  const open = new Promise<void>((resolve) => {
    heard = resolve
  })
  let end = () => Promise.resolve()
  const listenOnce = async () => {
    const client = new pg.Client({ connectionString: url, application_name: 'rota news', keepAlive: true })
    const broken = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    client.on('notification', ({ payload }) => onEvent(payload ?? ''))
    end = () => client.end().catch(() => undefined)
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    heard()
    onGap()
    await broken
    await end()
  }
  const listening = (async () => {
    while (!closing.signal.aborted) {
      await listenOnce().catch((error) => (closing.signal.aborted ? undefined : log(error)))
      await pause(AGAIN, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  })()
  return {
    open,
    close: async () => {
      closing.abort()
      await end()
      await listening
    },
  }
}
