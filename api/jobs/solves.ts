/** Operations as seen by the routes: submit, look up, follow, stop. Solves and questions have one instance each. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../store/database.ts'
import { type ListedOperation, listOperations, type OperationPage } from '../store/operation-list.ts'
import {
  eventsAfter,
  findOperation,
  type Operation,
  type OperationEvent,
  type QueueState,
  queueState,
} from '../store/operations.ts'
import { requestStop, type StopRequest, type Submission, type Submitted, submit } from '../store/submission.ts'
import type { Family, Networks } from '../store/tenant.ts'
import { type Bell, NEW_WORK } from './bell.ts'
import type { Queue } from './queue.ts'

export interface Solves {
  submit(submission: Submission): Promise<Submitted>
  /** Here and below, an operation of a network not in `networks` is reported as not found. */
  find(id: string, networks: Networks): Promise<Operation | null>
  list(page: OperationPage): Promise<readonly ListedOperation[]>
  /** Events after this number, and whether the operation is finished; null if there is no such operation. */
  eventsAfter(place: { readonly id: string; readonly after: number }, networks: Networks): Promise<Told | null>
  /** Calls the listener whenever there may be new events, until the returned function is called. */
  follow(id: string, listener: () => void): () => void
  stop(ask: StopRequest): Promise<Operation | null>
  /** Rejects if the database doesn't answer. */
  queue(): Promise<QueueState>
}

export interface Told {
  readonly events: readonly OperationEvent[]
  readonly finished: boolean
}

/** Replans, comparisons, mixes and stress tests; only these are found here. */
export type Questions = Omit<Solves, 'queue'>

export interface SolvesOptions {
  /** Queue length limit. */
  readonly most: number
  /** Default: solves. */
  readonly family?: Family
}

export function openSolves(
  parts: { db: Db; queue: Queue; bell: Bell },
  { most, family = 'solves' }: SolvesOptions,
): Solves {
  const { db, queue, bell } = parts
  return {
    submit: async (submission) => {
      const submitted = await submit(db, submission, { ...queue, most })
      if (submitted.kind === 'taken') bell.ring(NEW_WORK)
      return submitted
    },
    find: (id, networks) => findOperation(db, id, networks, family),
    list: (page) => listOperations(db, { ...page, family }),
    eventsAfter: sharing((place, networks) => eventsAfter(db, { ...place, family }, networks)),
    follow: (id, listener) => bell.listen(id, listener),
    stop: async (ask) => {
      if (!(await requestStop(db, { ...ask, family }, queue))) return null
      bell.ring(ask.id)
      return findOperation(db, ask.id, ask.networks, family)
    },
    queue: () => queueState(db),
  }
}

type Look = Solves['eventsAfter']

/**
 * Coalesces queries: all followers of an operation are notified at once and ask for the same events, so they share one query.
 * Nobody joins a query that has already started, since it may have missed the new event.
 */
function sharing(look: Look): Look {
  const gathering = new Map<string, ReturnType<Look>>()
  return (place, networks) => {
    const key = JSON.stringify([place.id, place.after, networks])
    const known = gathering.get(key)
    if (known !== undefined) return known
    const asked = nextTurn().then(() => {
      gathering.delete(key)
      return look(place, networks)
    })
    gathering.set(key, asked)
    return asked
  }
}
