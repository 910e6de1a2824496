/**
 * Entry point of the solving thread. Takes one task and sends back better rotas and a report; or takes a rota and sends back its judgement.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { BadInput } from '../../src/errors.ts'
import { judgementOf } from '../judge-given.ts'
import { plan, planSalvaged } from '../plan.ts'
import type { JudgingTask, ThreadMessage, ThreadTask } from './thread.ts'

const task = workerData as ThreadTask | JudgingTask
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

try {
  if ('judge' in task) {
    const { rota, claim } = task.judge
    send({ kind: 'judgement', judgement: await judgementOf(task.problem, rota, claim) })
  } else send({ kind: 'report', report: await reportOf(task) })
} catch (error) {
  if (error instanceof BadInput) send({ kind: 'refused', complaints: error.complaints })
  else fail(error)
}

function reportOf(task: ThreadTask) {
  if (task.found !== undefined) return planSalvaged(task, task.found)
  return plan(task, () => performance.now() / 1000, {
    stop: task.stop,
    onProgress: (progress) => send({ kind: 'progress', progress }),
    onPreview: (preview) => send({ kind: 'preview', preview }),
    onBest: (best) => send({ kind: 'best', best }),
  })
}

function fail(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  send({ kind: 'failed', name, message, stack: stack ?? '' })
}
