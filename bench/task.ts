/** One measurement, in a process of its own, so that processor time and memory are measured separately. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Case } from './documents.ts'
import { memoryWatch } from './memory.ts'

/** The relaxation of all levels in order, a lower limit for any way, by three algorithms. */
export const RELAXATIONS = ['relaxation-simplex', 'relaxation-interior', 'relaxation-warm'] as const
/** Other solvers, each given the whole programme level by level, holding earlier levels as our own solve does. */
export const PEERS = ['highs-undivided', 'javascript-lp-solver', 'cbc', 'cp-sat', 'highspy'] as const
export type Peer = (typeof PEERS)[number]

/** `ours`: our own solve to a gap. */
export const WAYS = ['ours', ...RELAXATIONS, ...PEERS] as const
export type Way = (typeof WAYS)[number]

export function isRelaxation(way: Way): boolean {
  return RELAXATIONS.some((relaxation) => relaxation === way)
}

export interface Task extends Case {
  readonly way: Way
  readonly gap: number
  /** Processor seconds allowed. */
  readonly seconds: number
  readonly seed: number
  /** Path of the Python that has the Python peers; null if there is none. */
  readonly python: string | null
}

/** Wall-clock and processor seconds. */
export interface Spent {
  readonly wall: number
  readonly processor: number
}

/** Times of building the programme and examining a rota, for comparison with the solve; `ours` only. */
export interface Aside {
  /** All rules' checks of the rota. */
  readonly judge: Spent
  /** Comparing the model's account with the checks'. */
  readonly audit: Spent
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
  /** Until the first rota is reported; `ours` only. */
  readonly first: Spent | null
  readonly aside: Aside | null
  /** Whether every level is within the asked gap. */
  readonly reached: boolean
  /** How it ended, in words. */
  readonly end: string
  /** Final values of the levels, in order, as far as it got. */
  readonly values: readonly number[]
  /** Peak memory in MB of the largest process: this one, or a program that it started. */
  readonly peakMemory: number
}

/** Returns a text if the process failed, with the reason. */
export async function measureApart(task: Task): Promise<Measurement | string> {
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
  const entry = fileURLToPath(new URL('./measure-one.ts', import.meta.url))
  const child = spawn(process.execPath, [tsx, entry, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const memory = memoryWatch(child.pid)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err = (err + chunk.toString()).slice(-2000)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const peak = memory.end()
  if (code !== 0) return /^.*(?:Error|Defect|BadInput).*$/m.exec(err)?.[0] ?? `the process ended with code ${code}`
  const measured = JSON.parse(out) as Measurement
  // Omits the path of this machine's Python from the results.
  return { ...measured, task: { ...measured.task, python: null }, peakMemory: Math.max(measured.peakMemory, peak) }
}
