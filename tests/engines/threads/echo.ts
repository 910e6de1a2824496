/** A thread that echoes what it is given, or fails when told to. */
import { parentPort, workerData } from 'node:worker_threads'
import { TOLERANCE } from '../../../solver/lp/residuals.ts'

export interface EchoTask {
  readonly word: string
  readonly fail?: boolean
}

const task = workerData as EchoTask
if (task.fail) throw new Error(task.word)
parentPort?.postMessage({ word: task.word, row: TOLERANCE.row })
