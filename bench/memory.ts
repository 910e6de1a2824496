/** Peak memory of a measurement's largest process; solvers outside Node use memory of their own processes. */
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 200

export interface MemoryWatch {
  /** Peak of the largest process so far in MB; 0 if the system does not tell (Linux does). */
  readonly end: () => number
}

/** Samples a process and its descendants a few times a second until `end`. */
export function memoryWatch(pid: number | undefined): MemoryWatch {
  let peak = 0
  const looking = setInterval(() => {
    if (pid !== undefined) for (const one of familyOf(pid)) peak = Math.max(peak, peakOf(one))
  }, LOOK_EVERY_MS)
  return {
    end: () => {
      clearInterval(looking)
      return Math.round(peak)
    },
  }
}

function familyOf(pid: number): number[] {
  const children = told(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(familyOf)]
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(told(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

/** Empty if the process has just ended, or the system has no such file. */
function told(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
