/** Sends pending webhook deliveries, a few at a time, until it is closed. */
import type { Db } from '../store/database.ts'
import { type Delivery, endTry, queueNew, type Try, takeDelivery } from '../store/deliveries.ts'
import { inScope } from '../telemetry/log-scope.ts'
import type { Note } from '../telemetry/telemetry-event.ts'
import type { Queue } from './queue.ts'

export interface DelivererOptions {
  readonly db: Db
  readonly queue: Queue['deliveries']
  readonly log: (error: unknown) => void
  readonly note: Note
  /** Makes one attempt. */
  readonly send: (delivery: Delivery) => Promise<Try>
  /** Milliseconds between two polls for deliveries. */
  readonly lookEvery: number
}

export interface Deliverer {
  /** Stops taking deliveries; resolves once running ones are recorded. */
  close(): Promise<void>
}

/** Concurrent deliveries, so that a slow receiver delays few others. */
const AT_ONCE = 4

export function startDeliverer(options: DelivererOptions): Deliverer {
  const { db, queue, log, lookEvery } = options
  const running = new Set<Promise<void>>()
  let open = true
  let filling = Promise.resolve()
  const fill = () => {
    filling = filling.then(takeAll).catch(log)
  }
  const takeAll = async () => {
    if (open) await queueNew(db, queue.add)
    while (open && running.size < AT_ONCE) {
      const delivery = await take(db, queue)
      if (delivery === null) return
      const told = inScope({ delivery: delivery.id }, () => tell(delivery, options).catch(log)).then(() => {
        running.delete(told)
        fill()
      })
      running.add(told)
    }
  }
  const timer = setInterval(fill, lookEvery)
  fill()
  return {
    close: async () => {
      open = false
      clearInterval(timer)
      await filling
      await Promise.all(running)
    },
  }
}

async function take(db: Db, queue: Queue['deliveries']): Promise<Delivery | null> {
  for (;;) {
    const found = await db.transaction().execute(async (trx) => {
      const id = await queue.next(trx)
      if (id === null) return null
      const delivery = await takeDelivery(trx, id)
      // Its webhook was removed.
      if (delivery === null) await queue.complete(trx, id)
      return { delivery }
    })
    if (found === null) return null
    if (found.delivery !== null) return found.delivery
  }
}

async function tell(delivery: Delivery, { db, queue, send, note }: DelivererOptions): Promise<void> {
  const began = performance.now()
  const ended = await send(delivery)
  const seconds = (performance.now() - began) / 1000
  const next = await db.transaction().execute(async (trx) => {
    const next = await endTry(trx, delivery, ended)
    if (next === 'over') await queue.complete(trx, delivery.id)
    else await queue.again(trx, [delivery.id])
    return next
  })
  const failed = next === 'again' ? 'retry' : 'given-up'
  note({ kind: 'delivery', outcome: ended.kind === 'delivered' ? 'delivered' : failed, seconds })
}
