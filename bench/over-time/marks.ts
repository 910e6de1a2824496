/** The best rota of a solve at each time mark, from those it handed out. */
import type { Level } from '../../src/breach.ts'
import type { Case } from '../documents.ts'

/** Time marks, in processor seconds since the solve started. */
export const MARKS: readonly number[] = [1, 2, 3, 5, 8, 12, 20, 40, 60]

/** A rota at a moment, with the bound of each level. */
export interface Sample<Rota> {
  /** Processor seconds since the solve started. */
  readonly at: number
  readonly rota: Rota
  readonly bounds: ReadonlyMap<Level, number>
}

/** Keeps the last sample before each mark; undefined before the first rota. */
export class Samples<Rota> {
  readonly #marks: readonly number[]
  readonly #last: (Sample<Rota> | undefined)[]

  constructor(marks: readonly number[] = MARKS) {
    this.#marks = marks
    this.#last = marks.map(() => undefined)
  }

  /** Samples must be added in chronological order. */
  add(sample: Sample<Rota>): void {
    for (const [k, mark] of this.#marks.entries()) if (sample.at <= mark) this.#last[k] = sample
  }

  /** By mark. */
  get atMarks(): readonly (Sample<Rota> | undefined)[] {
    return this.#last
  }
}

/** A level at a mark: its value according to the rules' checks, and its bound at that time. */
export interface LevelAt {
  readonly level: Level
  readonly value: number
  readonly bound: number
  readonly gap: number
}

export interface At {
  readonly mark: number
  /** Null before the first rota. */
  readonly levels: readonly LevelAt[] | null
}

/** Processor seconds of one stage. */
export interface Part {
  readonly name: string
  readonly seconds: number
}

/** Input of a process that measures one case. */
export interface OverTimeTask extends Case {
  readonly name: string
  readonly seed: number
  /** Processor seconds allowed. */
  readonly seconds: number
  readonly gap: number
  /** Path of the Python for Python peers. */
  readonly python: string
}

/** One solve, ours or a peer's, watched over time. */
export interface OverTime {
  readonly name: string
  readonly way: string
  readonly people: number
  /** Columns of the programme; 0 for a peer without one. */
  readonly columns: number
  /** True if a peer proves nothing, or its bounds are not used; its bounds are all 0. */
  readonly unproven?: boolean
  readonly at: readonly At[]
  /** Processor seconds until it ended, and how it ended. */
  readonly seconds: number
  readonly end: string
  readonly parts: readonly Part[]
}
