/** What a solve had to hand over at each mark of time, from what it handed out on the way. */
import type { Level } from '../../src/breach.ts'
import type { Case } from '../documents.ts'

/** Processor seconds since the solve started at which a rota is looked at. */
export const MARKS: readonly number[] = [1, 2, 3, 5, 8, 12, 20, 40, 60]

/** A rota with what was proven of each level, at a moment. */
export interface Sample<Rota> {
  /** Processor seconds since the solve started. */
  readonly at: number
  readonly rota: Rota
  readonly bounds: ReadonlyMap<Level, number>
}

/** The last sample before each mark; none before the first rota. */
export class Samples<Rota> {
  readonly #marks: readonly number[]
  readonly #last: (Sample<Rota> | undefined)[]

  constructor(marks: readonly number[] = MARKS) {
    this.#marks = marks
    this.#last = marks.map(() => undefined)
  }

  /** Samples come in the order of time. */
  add(sample: Sample<Rota>): void {
    for (const [k, mark] of this.#marks.entries()) if (sample.at <= mark) this.#last[k] = sample
  }

  /** By mark. */
  get atMarks(): readonly (Sample<Rota> | undefined)[] {
    return this.#last
  }
}

/** A level at a mark: its value as the rules' own checks count it, and what was proven by then. */
export interface LevelAt {
  readonly level: Level
  readonly value: number
  readonly bound: number
  readonly gap: number
}

export interface At {
  readonly mark: number
  /** None before the first rota. */
  readonly levels: readonly LevelAt[] | null
}

/** Processor seconds of one part of the work. */
export interface Part {
  readonly name: string
  readonly seconds: number
}

/** What a process that measures one case is given. */
export interface OverTimeTask extends Case {
  readonly name: string
  readonly seed: number
  /** Processor seconds allowed. */
  readonly seconds: number
  readonly gap: number
  /** The Python that peers of Python run in. */
  readonly python: string
}

/** One solve, or one peer's, watched over time. */
export interface OverTime {
  readonly name: string
  readonly way: string
  readonly people: number
  /** Of the programme; 0 for a peer that has none. */
  readonly columns: number
  /** True for a peer that proves nothing, or of which nothing that it proves is taken: its bounds are all 0. */
  readonly unproven?: boolean
  readonly at: readonly At[]
  /** Processor seconds to its end, and how it ended. */
  readonly seconds: number
  readonly end: string
  readonly parts: readonly Part[]
}
