/** Elapsed and processor seconds of a piece of work, including the programs it starts. */
import { readFileSync } from 'node:fs'
import { wall } from './processor-clock.ts'
import type { Spent } from './task.ts'

/** `others`: processor seconds of programs that are still running, as they report them. */
export class Stopwatch {
  readonly #others: () => number
  readonly #began: Spent

  constructor(others: () => number = () => 0) {
    this.#others = others
    this.#began = now(others)
  }

  read(): Spent {
    const ended = now(this.#others)
    return { wall: ended.wall - this.#began.wall, processor: ended.processor - this.#began.processor }
  }
}

export async function timed<T>(work: () => T | Promise<T>, others?: () => number): Promise<[T, Spent]> {
  const watch = new Stopwatch(others)
  const result = await work()
  return [result, watch.read()]
}

function now(others: () => number): Spent {
  const { user, system } = process.cpuUsage()
  return { wall: wall(), processor: (user + system) / 1e6 + ended() + others() }
}

/** Processor seconds of started programs that have ended; in hundredths on Linux, 0 on other systems. */
function ended(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}
