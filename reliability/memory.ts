/** Trial: a thousand solves in one process must not leak memory. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { slopeOf } from './slope.ts'
import type { Row, Trial } from './trial.ts'

/** Allowed growth per solve in kilobytes. A short run is mostly warm-up, and detects only large leaks. */
const MOST = { full: { heap: 5, resident: 40 }, small: { heap: 50, resident: 1000 } }

export interface MemorySample {
  readonly solves: number
  /** Live heap in bytes, after garbage collection. */
  readonly heap: number
  /** Resident set size of the process in bytes. */
  readonly resident: number
}

export const memory: Trial = {
  name: 'memory',
  title: 'Many solves in one process',
  async run({ small, say, after, count, isLate }) {
    const solves = count({ full: 1000, small: 60 })
    const script = fileURLToPath(new URL('./memory-process.ts', import.meta.url))
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, String(solves)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    after(() => child.kill('SIGKILL'))
    const samples: MemorySample[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      const sample = JSON.parse(line) as MemorySample
      samples.push(sample)
      if (isLate()) break
      if (sample.solves % 50 === 0)
        say(`${sample.solves} solves, ${mb(sample.heap)} of heap, ${mb(sample.resident)} in all`)
    }
    const done = samples.at(-1)?.solves ?? 0
    if (done < solves && !isLate()) throw new Error(`The process ended after ${done} solves.`)
    return rowsOf(samples, done, small ? MOST.small : MOST.full)
  },
}

/** Ignores the first fifth as warm-up: code is compiled, caches fill, the allocator reaches its working size. */
export function rowsOf(
  samples: readonly MemorySample[],
  solves: number,
  most: Readonly<Record<'heap' | 'resident', number>>,
): readonly Row[] {
  const warm = samples.filter((sample) => sample.solves > solves / 5)
  const row = (what: string, field: 'heap' | 'resident'): Row => {
    const slope = slopeOf(warm.map((sample) => [sample.solves, sample[field] / 1024]))
    const [first, last] = [warm.at(0), warm.at(-1)]
    const ends =
      first && last ? `${mb(first[field])} in the first sample, ${mb(last[field])} in the last` : 'no figures'
    return {
      what,
      tried: `${solves} solves, ${warm.length} samples after a warm-up of ${Math.floor(solves / 5)}`,
      seen: `${slope.toFixed(2)} KB per solve by least squares (at most ${most[field]}); ${ends}`,
      survived: warm.length > 1 && slope <= most[field],
    }
  }
  return [row('Heap after garbage collection does not grow', 'heap'), row('Resident memory does not grow', 'resident')]
}

function mb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
