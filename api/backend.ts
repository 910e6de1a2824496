/** What the calls rely on: the database, its queue, a worker, and operations as callers see them. */
import { availableParallelism } from 'node:os'
import { type Doors, openDoors } from './access/doors.ts'
import type { Deps } from './deps.ts'
import { type Ask, type Desk, openDesk } from './desk/desk.ts'
import { answerInThread } from './jobs/answer-in-thread.ts'
import { type Bell, makeBell } from './jobs/bell.ts'
import { type Deliverer, startDeliverer } from './jobs/deliverer.ts'
import type { Answer, Solve } from './jobs/job.ts'
import { NO_PULSE, startPulse } from './jobs/pulse.ts'
import { openQueue } from './jobs/queue.ts'
import { openSolves, type Questions, type Solves } from './jobs/solves.ts'
import { startWorker, type Worker } from './jobs/worker.ts'
import { type Kept, openKept } from './kept.ts'
import { type Home, isAlone, openDatabase } from './store/database.ts'
import { listenForNews, type NewsLine } from './store/event-news.ts'
import { IGNORE, type Note } from './telemetry/telemetry-event.ts'
import type { AllowedHosts } from './webhooks/allowed-hosts.ts'
import { sendTo } from './webhooks/post.ts'

export interface BackendOptions {
  readonly home: Home
  /** Concurrent solves in this process; 0 leaves them all to other workers. */
  readonly places: number
  readonly solve: Solve
  /** Answers long questions; default: a thread for each. Tests pass another. */
  readonly answer?: Answer
  readonly log: (error: unknown) => void
  /** Called on solves, takeovers and deliveries; optional. */
  readonly note?: Note
  /** Hosts that webhooks may be sent to; default: none. */
  readonly webhookHosts?: AllowedHosts
  /** Overrides of `TIMES`, for tests. */
  readonly times?: Partial<typeof TIMES>
}

/** Intervals and limits of the service. */
export const TIMES = {
  /** Milliseconds between a worker's heartbeats; progress is stored at the same interval. */
  beatEvery: 1000,
  /** Milliseconds between polls of the queue, since other processes may add to it. */
  lookEvery: 500,
  /** Seconds without a heartbeat after which a worker is presumed dead: many beats, so that a busy one isn't. */
  silence: 30,
  /** Seconds a finished operation is stored: a week, as long as a rota is under discussion. */
  keep: 7 * 24 * 3600,
  /** Queue length limit, for solves and for questions each. */
  most: 100,
  /** Timeout of one webhook delivery, in milliseconds. */
  receiver: 10_000,
  /** Milliseconds a shutdown waits for running work to be returned to the queue; other processes take over the rest. */
  patience: 20_000,
}

export interface Backend {
  readonly solves: Solves
  readonly questions: Questions
  readonly kept: Kept
  readonly doors: Doors
  readonly keep: number
  close(): Promise<void>
}

/** Throws a BadInput if the data folder or server is unavailable. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { home, places, solve, answer = answerInThread, log, note = IGNORE, webhookHosts } = options
  const figures = { ...TIMES, ...options.times }
  const database = await openDatabase(home, log)
  const bell = makeBell()
  try {
    const queue = await openQueue(database.db, log)
    const line = home.kind === 'server' ? newsFor(home.url, bell, log) : null
    const parts = { db: database.db, queue, bell }
    const shop = { ...parts, solve, answer, log, note, beatEvery: figures.beatEvery }
    const pulse = home.kind === 'server' && places > 0 ? startPulse(home.url, figures.beatEvery, log) : NO_PULSE
    const worker = places === 0 ? null : startWorker(shop, { ...figures, places, alone: isAlone(home), pulse })
    const deliverer =
      webhookHosts === undefined || webhookHosts.isEmpty
        ? null
        : startDeliverer({
            ...parts,
            ...figures,
            queue: queue.deliveries,
            log,
            note,
            send: sendTo(webhookHosts, figures.receiver),
          })
    return {
      solves: openSolves(parts, figures),
      questions: openSolves(parts, { ...figures, family: 'questions' }),
      kept: openKept(database.db),
      doors: openDoors(database.db),
      keep: figures.keep,
      close: async () => {
        await line?.close()
        await closed([worker, deliverer], figures.patience)
        await queue.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Relays other processes' events as if they were this one's. */
function newsFor(url: string, bell: Bell, log: (error: unknown) => void): NewsLine {
  return listenForNews({ url, onEvent: bell.ring, onGap: bell.ringAll, log })
}

async function closed(parts: readonly (Worker | Deliverer | null)[], patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([Promise.all(parts.map((part) => part?.close())), enough])
  clearTimeout(timer)
}

/** Timeout in seconds for reading a document when no caller is waiting. */
const READING = 600

/** How a worker solves: reads the document at the desk, as on submission, then plans it. */
export function solveWith(plan: Deps['plan'], ask: Ask): Solve {
  return async (document, documentHash, watch) => {
    const problem = await ask('problem', { document }, { seconds: READING })
    return plan(problem, { documentHash, seconds: problem.solve.seconds }, watch)
  }
}

/** At least two threads, so that one large document doesn't block others. */
export function usualDesk(log: (error: unknown) => void): Desk {
  return openDesk({ places: Math.min(4, Math.max(2, availableParallelism() - 1)), megabytes: 1024, most: 64, log })
}

/** All processors but one, which answers calls. */
export function usualPlaces(): number {
  return Math.max(1, availableParallelism() - 1)
}
