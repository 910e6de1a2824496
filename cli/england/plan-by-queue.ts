/** Plans networks through a service's queue, with workers on this machine or others that share its database. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Solves } from '../../api/jobs/solves.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import type { Report } from '../../src/report.ts'
import { lineOf } from './line.ts'
import { documentOf, factsOf, type NetworkTask, type PlanNetwork } from './plan-network.ts'

export interface Queueing {
  readonly solves: Pick<Solves, 'submit' | 'find' | 'stop'>
  /** Milliseconds between polls of an operation. */
  readonly lookEvery: number
}

/** Actor of the operations. */
const ACTOR = 'england'

export function planByQueue(queueing: Queueing): PlanNetwork {
  return async (task) => {
    const { ods, week, seed } = task
    const document = documentOf(task)
    // Validate here, rather than in a remote worker.
    const { horizon } = readDocument(document, ruleBook())
    const documentHash = hashDocument(document)
    const submission = { network: ods, weekFrom: horizon.from, document: JSON.stringify(document), documentHash }
    const operation = await endOf(await takenIn(submission, queueing, task), queueing, task)
    if (operation.report === null) throw new Error(`its operation ended as ${operation.state}: ${faultOf(operation)}`)
    return lineOf(factsOf(document), { week, seed }, operation.report as Report)
  }
}

type Operation = NonNullable<Awaited<ReturnType<Solves['find']>>>
type Asked = Omit<Parameters<Solves['submit']>[0], 'actor' | 'key'>

/**
 * Submits idempotently: the same document maps to the same operation, even if the run was killed and resumed, unless that one
 * failed.
 */
async function takenIn(asked: Asked, { solves, lookEvery }: Queueing, task: NetworkTask): Promise<string> {
  let key: string | null = `england-${asked.documentHash}`
  for (;;) {
    const submitted = await solves.submit({ ...asked, actor: ACTOR, key })
    if (submitted.kind === 'taken') return submitted.id
    if (submitted.kind === 'known') {
      const known = await solves.find(submitted.id, [asked.network])
      if (known !== null && known.state !== 'failed' && known.state !== 'stopped') return submitted.id
      key = null
    } else if (submitted.kind === 'full') {
      if (isOver(task)) throw new Error('it was stopped before the queue had room for it')
      await pause(lookEvery)
    } else key = null
  }
}

async function endOf(id: string, { solves, lookEvery }: Queueing, task: NetworkTask): Promise<Operation> {
  let asked = false
  for (;;) {
    const operation = await solves.find(id, [task.ods])
    if (operation === null) throw new Error('its operation is gone from the database')
    if (operation.finishedAt !== null) return operation
    task.onProgress()
    if (isOver(task) && !asked) {
      asked = true
      await solves.stop({ id, actor: ACTOR, networks: [task.ods] })
    }
    await pause(lookEvery)
  }
}

function isOver({ stop }: NetworkTask): boolean {
  return Atomics.load(stop, 0) !== 0
}

function faultOf({ problem }: Operation): string {
  return problem === null ? 'no rota by then' : JSON.stringify(problem)
}
