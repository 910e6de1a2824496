/** Answers a long question in its own thread, which is terminated when stopped or over its limits. */
import { spawnTs } from '../../solver/engines/spawn.ts'
import { Defect, Stopped } from '../../src/errors.ts'
import type { DeskAnswer } from '../desk/desk-thread.ts'
import { errorOf } from '../desk/place.ts'
import { Refusal } from '../problems.ts'
import type { Answer, QuestionProgress } from './job.ts'

export type QuestionMessage =
  | { readonly kind: 'progress'; readonly progress: QuestionProgress }
  /** JSON of the partial answer. */
  | { readonly kind: 'so-far'; readonly value: string }
  | DeskAnswer

export interface AnswerLimits {
  /** Wall seconds. */
  readonly seconds: number
  /** Heap limit of the thread; engine memory is additional. */
  readonly megabytes: number
  /** Replaces the thread's entry point, for tests of failing threads. */
  readonly entry: URL
}

/** Half an hour, the longest a solve may take. */
const LIMITS: AnswerLimits = {
  seconds: 1800,
  megabytes: 1536,
  entry: new URL('./question-thread.ts', import.meta.url),
}

/** Interval of polling for a stop request. */
const LOOK_EVERY_MS = 200

export const answerInThread: Answer = answererWith({})

/** The same with different limits. */
export function answererWith(other: Partial<AnswerLimits>): Answer {
  const { seconds, megabytes, entry } = { ...LIMITS, ...other }
  return (question, { stop, onProgress }) =>
    new Promise((resolve, reject) => {
      const thread = spawnTs(entry, question, {
        name: 'question',
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      })
      let soFar: string | null = null
      const end = () => {
        clearInterval(looking)
        clearTimeout(late)
        void thread.terminate()
      }
      const fail = (error: Error) => {
        end()
        reject(error)
      }
      const look = () => {
        if (stop !== undefined && Atomics.load(stop, 0) !== 0) fail(new Stopped('the question was stopped', soFar))
      }
      const looking = setInterval(look, LOOK_EVERY_MS)
      const late = setTimeout(() => fail(tooMuch(`${Math.round(seconds / 60)} minutes`)), seconds * 1000)
      thread.on('message', (message: QuestionMessage) => {
        if (message.kind === 'progress') {
          onProgress?.(message.progress)
          return look()
        }
        if (message.kind === 'so-far') {
          soFar = message.value
          return
        }
        if (message.kind !== 'done') return fail(errorOf(message))
        end()
        resolve(String(message.value))
      })
      thread.on('error', (error) => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        fail(isMemory ? tooMuch(`${megabytes} megabytes of memory`) : error)
      })
      thread.on('exit', (code) => fail(new Defect(`the thread of a question ended by itself with code ${code}`)))
    })
}

function tooMuch(what: string): Refusal {
  const detail = `This takes more than ${what}. Ask about fewer weeks, practices, scenarios or samples at once.`
  return new Refusal('too-heavy', { complaints: [{ pointer: '', detail }] })
}
