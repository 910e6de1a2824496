/** Delivering webhooks: retried after a failure, but not for ever. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Deliverer, startDeliverer } from '../../../api/jobs/deliverer.ts'
import { type Delivery, MOST_TRIES, type Try } from '../../../api/store/deliveries.ts'
import { announce } from '../../../api/store/news.ts'
import { addWebhook, listDeliveries, removeWebhook } from '../../../api/store/webhooks.ts'
import type { TelemetryEvent } from '../../../api/telemetry/telemetry-event.ts'
import { until } from '../serving-solves.ts'
import { type Opened, openForTest } from '../store/open-database.ts'

let at: Opened
const faults: unknown[] = []
const noted: TelemetryEvent[] = []
const deliverers: Deliverer[] = []
beforeAll(async () => {
  at = await openForTest()
})
afterEach(async () => {
  await Promise.all(deliverers.splice(0).map((one) => one.close()))
  await at.db.deleteFrom('webhooks').execute()
  expect([at.faults, faults]).toEqual([[], []])
})
afterAll(() => at.close())

const TENANT = { network: 'U40001', actor: 'local' }
const FAILED: Try = { kind: 'failed', status: 500, reason: 'The receiver responded with 500.', isFinal: false }
const DELIVERED: Try = { kind: 'delivered', status: 204, reason: null, isFinal: true }

function deliverer(send: (delivery: Delivery) => Promise<Try>): void {
  const log = (error: unknown) => void faults.push(error)
  const note = (event: TelemetryEvent) => void noted.push(event)
  deliverers.push(startDeliverer({ db: at.db, queue: at.queue.deliveries, log, note, send, lookEvery: 20 }))
}

async function webhook(): Promise<string> {
  const made = await addWebhook(at.db, { ...TENANT, url: 'https://hooks.example/', events: ['rota.published'] })
  return made?.id ?? ''
}

const news = () => announce(at.db, { network: 'U40001', event: 'rota.published', data: { version: 1 } })
const told = async (id: string) => (await listDeliveries(at.db, TENANT.network, id)) ?? []
/** As if the pause before the next try were over. */
const pass = () => sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(at.db)

it('a notification is sent once, however many deliverers look for it', async () => {
  const id = await webhook()
  const sent: string[] = []
  for (const _ of [1, 2, 3])
    deliverer(async (delivery) => {
      sent.push(delivery.id)
      return DELIVERED
    })
  await Promise.all([news(), news(), news()])
  await until(
    () => told(id),
    (rows) => rows.length === 3 && rows.every(({ state }) => state === 'delivered'),
  )
  expect(new Set(sent).size).toBe(3)
  expect(sent).toHaveLength(3)
  const delivered = { kind: 'delivery', outcome: 'delivered', seconds: expect.any(Number) }
  await expect.poll(() => noted).toEqual([delivered, delivered, delivered])
})

it('what fails is tried again, later each time, and given up after the eighth, with the reason', async () => {
  const id = await webhook()
  let tries = 0
  deliverer(async () => {
    tries += 1
    return FAILED
  })
  await news()
  const pauses: number[] = []
  for (let n = 1; n < MOST_TRIES; n++) {
    await until(
      () =>
        sql<{ wait: string }>`select extract(epoch from start_after - now()) as wait from pgboss.job
        where state = 'retry' and start_after > now() + interval '10 seconds'`.execute(at.db),
      ({ rows }) => rows.length === 1 && rows.every(({ wait }) => pauses.push(Number(wait)) > 0),
    )
    expect(await told(id)).toMatchObject([{ state: 'waiting', attempts: n, status: 500, reason: FAILED.reason }])
    await pass()
  }
  await until(
    () => told(id),
    ([one]) => one?.state === 'given-up',
  )
  expect(await told(id)).toMatchObject([{ attempts: MOST_TRIES, reason: 'The receiver responded with 500.' }])
  expect(tries).toBe(MOST_TRIES)
  const [first = 0] = pauses
  expect(first).toBeGreaterThan(20)
  expect(pauses.at(-1)).toBeGreaterThan(first * 20)
  await pass()
  expect(await at.db.transaction().execute((trx) => at.queue.deliveries.next(trx))).toBeNull()
})

it('what was delivered in the end is not sent again', async () => {
  const id = await webhook()
  const answers = [FAILED, DELIVERED]
  deliverer(async () => answers.shift() ?? FAILED)
  await news()
  await until(
    () => told(id),
    ([one]) => one?.attempts === 1 && one.reason !== null,
  )
  await until(
    async () => {
      await pass()
      return told(id)
    },
    ([one]) => one?.state === 'delivered',
  )
  expect(await told(id)).toMatchObject([{ attempts: 2, status: 204, reason: null }])
})

it('what waits for a webhook that is gone is not sent', async () => {
  const id = await webhook()
  await news()
  expect(await removeWebhook(at.db, TENANT, id)).toBe(true)
  const other = await webhook()
  await news()
  const sent: string[] = []
  deliverer(async (delivery) => {
    sent.push(delivery.url)
    return DELIVERED
  })
  await until(
    () => told(other),
    ([one]) => one?.state === 'delivered',
  )
  expect(sent).toHaveLength(1)
})

it('a transaction that fails tells nobody', async () => {
  const id = await webhook()
  const failing = at.db.transaction().execute(async (trx) => {
    await announce(trx, { network: 'U40001', event: 'rota.published', data: {} })
    throw new Error('away')
  })
  await expect(failing).rejects.toThrow('away')
  expect(await told(id)).toEqual([])
})
