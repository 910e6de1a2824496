/** Parts of a draft: columns for people, terms over columns, and rows of terms. */
import type { Problem } from '../../src/problem.ts'
import type { CountedWork, Work } from '../../src/rota.ts'
import type { DraftColumn } from '../lp/spaces.ts'

/** A binary column: this person does this work at this site in this session. */
export interface Placement {
  readonly column: DraftColumn
  readonly person: string
  readonly cadre: string
  readonly role: string
  readonly session: number
  readonly site: string
  readonly work: Work
}

/** A column and its coefficient. */
export type Term = readonly [column: DraftColumn, coefficient: number]

/** A row as a rule states it, before elastic.ts adds slack. */
export interface DraftRow {
  readonly rule: string
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
  /** Cost of one unit of shortfall within the rule; 0 for bookkeeping. */
  readonly weight: number
}

/** A column that counts towards a rule's amount directly, without a row. */
export interface Charge {
  readonly rule: string
  readonly column: DraftColumn
  readonly amount: number
  readonly weight: number
}

/** Where a placement may be opened. */
export type Spot = Pick<Placement, 'person' | 'session' | 'site' | 'work'>

/** A person's counted sessions of training or outside time in a week: the programme does not say when they are. */
export interface Count {
  readonly column: DraftColumn
  readonly person: string
  readonly week: number
  readonly work: CountedWork
}

/** The part of a draft needed to open further columns over its placements. The contact flow and the days worked see only this. */
export interface OpenColumns {
  readonly problem: Problem
  readonly placements: readonly Placement[]
  readonly upper: readonly number[]
  allowed(placement: Placement): boolean
  /** All placements of a person in a session. */
  inSession(person: string, session: number): readonly Placement[]
  /** A new column between two finite bounds. */
  column(lower: number, upper: number, whole?: boolean): DraftColumn
  /** lower ≤ terms ≤ upper (an equation if upper is omitted); never relaxed. */
  define(terms: readonly Term[], lower: number, upper?: number): void
}
