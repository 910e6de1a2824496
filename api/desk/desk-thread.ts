/** Entry point of a desk thread: answers one task at a time. */
import { parentPort } from 'node:worker_threads'
import { judgementOf, judgementWithoutCauses } from '../../solver/judge-given.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput, type Complaint } from '../../src/errors.ts'
import { type ProblemKind, Refusal } from '../problems.ts'
import { makeTasks, type Tasks } from './tasks.ts'

export interface DeskTask {
  readonly name: keyof Tasks
  readonly input: unknown
}

export type DeskAnswer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'bad-input'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'refused'; readonly problem: ProblemKind; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }

const tasks = makeTasks({ ruleBook: ruleBook(), judge: judgementOf, judgeWithoutCauses: judgementWithoutCauses })

parentPort?.on('message', async ({ name, input }: DeskTask) => {
  parentPort?.postMessage(await answer(name, input))
})

async function answer(name: keyof Tasks, input: unknown): Promise<DeskAnswer> {
  try {
    // `Ask` types each call by task name.
    const task = tasks[name] as (input: unknown) => unknown
    return { kind: 'done', value: await task(input) }
  } catch (error) {
    if (error instanceof BadInput) return { kind: 'bad-input', complaints: error.complaints }
    if (error instanceof Refusal) return { kind: 'refused', problem: error.kind, complaints: error.complaints }
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'failed', message, stack }
  }
}
