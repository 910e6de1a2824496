/** The solving thread's own side: one task in, progress, better rotas and one report out. */
import { parentPort, workerData } from 'node:worker_threads'
import { BadInput } from '../src/errors.ts'
import { plan, planSalvaged } from './plan.ts'
import type { ThreadMessage, ThreadTask } from './thread.ts'

const task = workerData as ThreadTask
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

try {
  const report =
    task.found === undefined
      ? await plan(task, () => performance.now() / 1000, {
          stop: task.stop,
          onProgress: (progress) => send({ kind: 'progress', progress }),
          onBest: (best) => send({ kind: 'best', best }),
        })
      : planSalvaged(task, task.found)
  send({ kind: 'report', report })
} catch (error) {
  if (error instanceof BadInput) send({ kind: 'refused', complaints: error.complaints })
  else fail(error)
}

function fail(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  send({ kind: 'failed', name, message, stack: stack ?? '' })
}
