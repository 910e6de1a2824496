/** The thread that runs javascript-lp-solver: one task at a time, kept warm between tasks, terminated when time is up. */
import type { Worker } from 'node:worker_threads'
import { Defect } from '../../../src/errors.ts'
import { spawnTs } from '../spawn.ts'
import type { Watch } from '../watch.ts'
import type { JslpEnd, JslpMessage, JslpTask } from './thread.ts'

const LOOK_EVERY_MS = 20

export class JslpWorker {
  #thread: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #tasks = 0

  /** Null if time or the caller ended it. Tasks are queued while one is running. */
  ask(task: Omit<JslpTask, 'id'>, watch: Watch, relaxed: (duals: Float64Array) => void): Promise<JslpEnd | null> {
    const next = this.#last.then(() => this.#ask({ ...task, id: ++this.#tasks }, watch, relaxed))
    this.#last = next.catch(() => undefined)
    return next
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await thread?.terminate()
  }

  #ask(task: JslpTask, watch: Watch, relaxed: (duals: Float64Array) => void): Promise<JslpEnd | null> {
    if (watch.left() === 0) return Promise.resolve(null)
    const thread = this.#thread ?? spawnTs(new URL('./thread.ts', import.meta.url), null)
    this.#thread = thread
    // Only a busy thread keeps the process alive.
    thread.ref()
    return new Promise((resolve, reject) => {
      const finish = (act: () => void, again: boolean) => {
        clearInterval(looking)
        thread.off('message', hear).off('error', fail).off('exit', gone)
        if (again) thread.unref()
        else void this.close()
        act()
      }
      const looking = setInterval(() => {
        if (watch.over() || watch.left() === 0) finish(() => resolve(null), false)
      }, LOOK_EVERY_MS)
      const fail = (error: Error) =>
        finish(() => reject(new Defect('javascript-lp-solver failed', { cause: error })), false)
      const gone = (code: number) => fail(new Error(`its thread ended with code ${code}`))
      const hear = (message: JslpMessage) => {
        if (message.id !== task.id) return
        if (message.kind === 'relaxed') relaxed(message.duals)
        else if (message.kind === 'failed') fail(new Error(message.message))
        else finish(() => resolve(message.end), true)
      }
      thread.on('message', hear).on('error', fail).on('exit', gone)
      thread.postMessage(task)
    })
  }
}
