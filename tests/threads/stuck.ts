/** A solving thread whose engine never answers again once a rota is known: after that it takes no notice of anything. */
import { parentPort, workerData } from 'node:worker_threads'
import { plan } from '../../solver/plan.ts'
import type { ThreadMessage, ThreadTask } from '../../solver/worker/thread.ts'

const task = workerData as ThreadTask
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

await plan(task, () => performance.now() / 1000, {
  onBest: (best) => {
    send({ kind: 'best', best })
    if (best.bounds.length > 0) for (;;);
  },
})
