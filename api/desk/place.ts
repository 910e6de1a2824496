/** One thread of the desk, which does one task at a time, within limits of time and memory. */
import { spawnTs } from '../../solver/engines/spawn.ts'
import { BadInput, Defect } from '../../src/errors.ts'
import { Refusal } from '../problems.ts'
import type { DeskAnswer, DeskTask } from './desk-thread.ts'

/** A task that somebody waits for. */
export interface Waiting {
  readonly task: DeskTask
  /** The caller, if there are several. */
  readonly who: string | null
  /** Seconds after which the thread is ended, whatever it does. */
  readonly seconds: number
  resolve(value: unknown): void
  reject(error: Error): void
}

export interface PlaceOptions {
  readonly entry: URL
  /** Of the thread's own memory. */
  readonly megabytes: number
  readonly log: (error: unknown) => void
  /** Called whenever the place becomes free. */
  readonly onFree: () => void
  /** Called once the thread has ended. */
  readonly onGone: (place: Place) => void
}

export interface Place {
  /** Null if it is free. */
  readonly doing: Waiting | null
  start(waiting: Waiting): void
  /** The waiting caller gets the reason. */
  end(why: Error): Promise<void>
}

export function openPlace({ entry, megabytes, log, onFree, onGone }: PlaceOptions): Place {
  const thread = spawnTs(entry, null, { name: 'desk', resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  // A service that is asked nothing may end.
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

/** What a thread answers where there is no answer, as an error. */
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
