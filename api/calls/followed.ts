/** Streams an operation's events (server-sent events). */
import type { Response } from 'express'
import { z } from 'zod'
import { callerOf } from '../access/caller.ts'
import type { Deps } from '../deps.ts'
import { gateFor } from '../gate.ts'
import type { Questions } from '../jobs/solves.ts'
import { whoOf } from '../protection.ts'
import type { OperationEvent } from '../store/operations.ts'
import type { Networks } from '../store/tenant.ts'
import type { Answer, Asked, Body, Header } from './call.ts'
import { noSuchOperation } from './operation-id.ts'

/** Limit on concurrent streams: each occupies a connection. */
const AT_ONCE = 1000

/** Limit per person or key, if there are several callers. */
const EACH = 50

export const EVENT_HEADERS = {
  'Last-Event-ID': {
    does: 'Resume after this event.',
    schema: z.string().regex(/^\d{0,9}$/, 'must be the number of an event.'),
    example: '4',
  },
} as const satisfies Readonly<Record<string, Header>>

export const NO_MORE_EVENTS: Answer = { does: 'There are no more events.' }

/** Solves or questions. */
type Followed = Pick<Questions, 'eventsAfter' | 'follow'>

type Following = Pick<Asked<'/{id}', z.ZodObject, typeof EVENT_HEADERS, Body>, 'params' | 'headers' | 'request'>

/** Handler that streams the events of one of these operations. */
export function followed(deps: Deps, of: Followed) {
  const gate = gateFor(AT_ONCE, EACH)
  return async ({ params: { id }, headers, request }: Following, response: Response): Promise<void> => {
    const after = Number(headers['Last-Event-ID'] ?? 0)
    const { networks } = callerOf(response)
    const first = await of.eventsAfter({ id, after }, networks)
    if (first === null) throw noSuchOperation(id)
    if (first.finished && first.events.length === 0) {
      response.status(204).end()
      return
    }
    // A HEAD request gets no stream.
    if (request.method === 'HEAD') response.writeHead(200, HEAD).end()
    else await gate(whoOf(response), () => stream({ id, after, networks, response, deps, of }))
  }
}

/**
 * Keep-alives (15 s each) after which a stream ends if sign-in is configured: ten minutes. Clients reconnect where they left off
 * and are authorised again, so anyone who has signed out or left the network stops receiving events.
 */
const MOST_BEATS = 40

const HEAD = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' }

interface Stream {
  readonly id: string
  readonly after: number
  readonly networks: Networks
  readonly response: Response
  readonly deps: Deps
  readonly of: Followed
}

/** Resolves once the operation is finished, the client disconnects, or the service shuts down. */
async function stream({ id, after, networks, response, deps, of }: Stream): Promise<void> {
  response.writeHead(200, HEAD)
  // Tell the client at once that it is connected, even if nothing has happened yet.
  response.flushHeaders()
  const news = bellFor(id, response, { ...deps, follow: of.follow })
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
    if (beats >= MOST_BEATS && deps.signIn !== null) news.end()
    else response.write(': still here\n\n')
  }, deps.heartbeat)
  try {
    for (let last = after; news.isOpen(); ) {
      const found = await of.eventsAfter({ id, after: last }, networks)
      // The operation has been deleted.
      if (found === null) break
      for (const event of found.events) response.write(textOf(event))
      last = found.events.at(-1)?.seq ?? last
      if (found.finished) break
      await news.next()
    }
  } catch (error) {
    // The headers have been sent, so no error response is possible; the client reconnects where it left off.
    deps.log(error)
  } finally {
    clearInterval(beat)
    news.close()
    response.end()
  }
}

function textOf({ seq, kind, body }: OperationEvent): string {
  return `id: ${seq}\nevent: ${kind}\ndata: ${body}\n\n`
}

/** Waits for possible news. A notification that arrives while nobody is waiting isn't lost. */
function bellFor(
  id: string,
  response: Response,
  { follow, closing }: Pick<Deps, 'closing'> & Pick<Followed, 'follow'>,
) {
  let open = true
  let rung = false
  let wake: () => void = () => undefined
  const ring = () => {
    rung = true
    wake()
  }
  const end = () => {
    open = false
    ring()
  }
  const forget = follow(id, ring)
  response.on('close', end)
  closing.addEventListener('abort', end)
  if (closing.aborted) end()
  return {
    isOpen: () => open,
    end,
    next: async () => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      rung = false
    },
    close: () => {
      forget()
      closing.removeEventListener('abort', end)
    },
  }
}
