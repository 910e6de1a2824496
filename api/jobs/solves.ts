/** Long solves as seen by the routes: submitted, looked up, followed, stopped. */
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
import type { Networks } from '../store/tenant.ts'
import { type Bell, NEW_WORK } from './bell.ts'
import type { Queue } from './queue.ts'

export interface Solves {
  submit(submission: Submission): Promise<Submitted>
  /** Of an operation of another network than these nobody hears that there is one, here and below. */
  find(id: string, networks: Networks): Promise<Operation | null>
  list(page: OperationPage): Promise<readonly ListedOperation[]>
  /** Events after this number, and whether that is the end; null if there is no such operation. */
  eventsAfter(place: { readonly id: string; readonly after: number }, networks: Networks): Promise<Told | null>
  /** Calls back whenever there may be further events, until the returned function is called. */
  follow(id: string, listener: () => void): () => void
  stop(ask: StopRequest): Promise<Operation | null>
  /** Rejects where the database does not answer. */
  queue(): Promise<QueueState>
}

export interface Told {
  readonly events: readonly OperationEvent[]
  readonly finished: boolean
}

export interface SolvesOptions {
  /** Operations that may wait at once. */
  readonly most: number
}

export function openSolves(parts: { db: Db; queue: Queue; bell: Bell }, { most }: SolvesOptions): Solves {
  const { db, queue, bell } = parts
  return {
    submit: async (submission) => {
      const submitted = await submit(db, submission, { ...queue, most })
      if (submitted.kind === 'taken') bell.ring(NEW_WORK)
      return submitted
    },
    find: (id, networks) => findOperation(db, id, networks),
    list: (page) => listOperations(db, page),
    eventsAfter: sharing((place, networks) => eventsAfter(db, place, networks)),
    follow: (id, listener) => bell.listen(id, listener),
    stop: async (ask) => {
      if (!(await requestStop(db, ask, queue))) return null
      bell.ring(ask.id)
      return findOperation(db, ask.id, ask.networks)
    },
    queue: () => queueState(db),
  }
}

type Look = Solves['eventsAfter']

/** Many who follow one operation are rung at once and ask for the same: they are answered by one look. */
function sharing(look: Look): Look {
  const underWay = new Map<string, ReturnType<Look>>()
  return (place, networks) => {
    const key = JSON.stringify([place.id, place.after, networks])
    const known = underWay.get(key)
    if (known !== undefined) return known
    const asked = look(place, networks).finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked
  }
}
