/** One measurement, made in a process of its own: its processor time and memory are nobody else's. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Case } from './documents.ts'

/** `ours`: our own solve to a gap. `relaxation…`: the limit, by two algorithms. The others: the whole programme at once. */
export const WAYS = [
  'ours',
  'relaxation-simplex',
  'relaxation-interior',
  'highs-undivided',
  'cbc',
  'javascript-lp-solver',
] as const
export type Way = (typeof WAYS)[number]

export interface Task extends Case {
  readonly way: Way
  readonly gap: number
  readonly seconds: number
  readonly seed: number
}

/** Wall and processor seconds. */
export interface Spent {
  readonly wall: number
  readonly processor: number
}

export interface Measurement {
  readonly task: Task
  readonly columns: number
  readonly wholeColumns: number
  readonly rows: number
  readonly people: number
  /** Building the programme from the document's Problem. */
  readonly build: Spent
  /** From the built programme (`ours`: from the Problem) to the end. */
  readonly solve: Spent
  /** Until somebody watching is told of a first rota; `ours` only. */
  readonly first: Spent | null
  /** Judging the rota by every rule; `ours` only. */
  readonly judge: Spent | null
  /** Every level within the asked gap. */
  readonly reached: boolean
  /** How it ended, in words. */
  readonly end: string
  /** Of the process, in MB; programs that it started are not in it. */
  readonly peakMemory: number
}

/** Null: the process came to nothing, and why. */
export async function measureApart(task: Task): Promise<Measurement | string> {
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
  const entry = fileURLToPath(new URL('./measure-one.ts', import.meta.url))
  const child = spawn(process.execPath, [tsx, entry, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err = (err + chunk.toString()).slice(-2000)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return code === 0
    ? (JSON.parse(out) as Measurement)
    : (/^.*(?:Error|Defect|BadInput).*$/m.exec(err)?.[0] ?? `the process ended with code ${code}`)
}
