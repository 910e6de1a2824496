/** What to do when somebody is ill: ranked answers, each a complete rota. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport, Finding } from './report.ts'

/**
 * `free`: somebody who is free, within the contract; `extra`: a further session that they have agreed to be asked for; `swap`: in place
 * of a later session of their own; `move`: from another site or other work of the same session; `duty`: a colleague of the same
 * building takes over the duty; `shared-duty`: another practice's duty doctor answers for this one too; `locum`: somebody from outside.
 */
export const COVER_KINDS = ['free', 'extra', 'swap', 'duty', 'move', 'shared-duty', 'locum'] as const
export type CoverKind = (typeof COVER_KINDS)[number]

/** One person who is asked for one session. */
export interface CoverAsk {
  readonly kind: CoverKind
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly work: AssignmentReport['work']
  readonly sentence: string
}

export interface CoverReport {
  /** By whom the sessions are answered; none: they stay open. */
  readonly kinds: readonly CoverKind[]
  /** All of the below in a sentence or two. */
  readonly sentence: string
  readonly ask: readonly CoverAsk[]
  /** What changes, beside the absent person's own sessions. */
  readonly moves: readonly Move[]
  /** Compared with leaving the sessions open; of leaving them open, compared with the week as published. */
  readonly better: readonly string[]
  readonly worse: readonly string[]
  /** Findings that are new or larger, other than that published sessions change. */
  readonly breaks: readonly Pick<Finding, 'rule' | 'level' | 'sentence'>[]
  /** Findings of an open session that are gone. */
  readonly mends: readonly Pick<Finding, 'rule' | 'level' | 'sentence'>[]
  /** What else changes for people, beside what they are asked. */
  readonly knockOn: readonly string[]
  /** Pounds beyond leaving the sessions open. */
  readonly cost: number
  /** By every rule, and with the sessions left open. */
  readonly levels: readonly {
    readonly level: Level
    readonly value: number
    readonly open: number
    readonly unit: string
  }[]
  /** Complete: it can be judged by itself, with the document of the week as it now is. */
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] }
}

export interface CoverAnswer {
  readonly person: string
  /** Sessions with patients that are lost. */
  readonly open: readonly AssignmentReport[]
  /** Best first. */
  readonly options: readonly CoverReport[]
}
