/** One desk thread: runs one task at a time, with time and memory limits. */
import { spawnTs } from '../../solver/engines/spawn.ts'
import { BadInput, Defect } from '../../src/errors.ts'
import { Refusal } from '../problems.ts'
import type { DeskAnswer, DeskTask } from './desk-thread.ts'

/** A pending task. */
export interface Waiting {
  readonly task: DeskTask
  /** The caller; null if there is only one. */
  readonly who: string | null
  /** Timeout in seconds, after which the thread is terminated. */
  readonly seconds: number
  resolve(value: unknown): void
  reject(error: Error): void
}

export interface PlaceOptions {
  readonly entry: URL
  /** Heap limit of the thread. */
  readonly megabytes: number
  readonly log: (error: unknown) => void
  /** Called whenever the place becomes free. */
  readonly onFree: () => void
  /** Called once the thread has ended. */
  readonly onGone: (place: Place) => void
}

export interface Place {
  /** The running task; null if free. */
  readonly doing: Waiting | null
  start(waiting: Waiting): void
  /** Terminates the thread and rejects its task with `why`. */
  end(why: Error): Promise<void>
}

export function openPlace({ entry, megabytes, log, onFree, onGone }: PlaceOptions): Place {
  const thread = spawnTs(entry, null, { name: 'desk', resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  // An idle thread must not keep the process alive.
  thread.unref()
  let doing: Waiting | null = null
  let timer: NodeJS.Timeout | undefined
  const done = () => {
    clearTimeout(timer)
    const was = doing
    doing = null
    return was
  }
  const end = async (why: Error) => {
    done()?.reject(why)
    onGone(place)
    await thread.terminate()
  }
  const place: Place = {
    get doing() {
      return doing
    },
    start: (waiting) => {
      doing = waiting
      timer = setTimeout(() => void end(tooHeavy(`more than ${waiting.seconds} seconds`)), waiting.seconds * 1000)
      thread.postMessage(waiting.task)
    },
    end,
  }
  thread.on('message', (answer: DeskAnswer) => {
    const was = done()
    if (answer.kind === 'done') was?.resolve(answer.value)
    else was?.reject(errorOf(answer))
    onFree()
  })
  thread.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isMemory) log(error)
    void end(
      isMemory ? tooHeavy(`more than ${megabytes} megabytes of memory`) : new Defect('a thread of the desk failed'),
    )
  })
  return place
}

/** Turns a thread's failure message into an error. */
export function errorOf(answer: Exclude<DeskAnswer, { kind: 'done' }>): Error {
  switch (answer.kind) {
    case 'bad-input':
      return new BadInput(answer.complaints)
    case 'refused':
      return new Refusal(answer.problem, { complaints: answer.complaints })
    case 'failed':
      return Object.assign(new Defect(answer.message), { stack: answer.stack })
  }
}

function tooHeavy(what: string): Refusal {
  const detail = `Processing this takes ${what}. Send fewer weeks or fewer practices at once.`
  return new Refusal('too-heavy', { complaints: [{ pointer: '', detail }] })
}
