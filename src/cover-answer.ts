/** Answers to an absence, ranked, each a complete rota. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport, Finding } from './report.ts'

/**
 * `free`: a colleague who is free, within their contract; `extra`: an additional session that a colleague has agreed to be asked for;
 * `swap`: a colleague works this session instead of a later one of their own; `move`: a colleague comes from another site or other work
 * in the same session; `duty`: a colleague in the same building takes over the duty; `shared-duty`: another practice's duty doctor covers
 * this one too; `locum`: a locum.
 */
export const COVER_KINDS = ['free', 'extra', 'swap', 'duty', 'move', 'shared-duty', 'locum'] as const
export type CoverKind = (typeof COVER_KINDS)[number]

/** A request to one person to work one session. */
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
  /** How the sessions are covered. Empty if they stay open. */
  readonly kinds: readonly CoverKind[]
  /** A one- or two-sentence summary of the fields below. */
  readonly sentence: string
  readonly ask: readonly CoverAsk[]
  /** Everything that changes apart from the absent person's own sessions. */
  readonly moves: readonly Move[]
  /** Compared with leaving the sessions open; for the option to leave them open, compared with the published week. */
  readonly better: readonly string[]
  readonly worse: readonly string[]
  /** Findings that are new or larger, except those about changes to published sessions. */
  readonly breaks: readonly Pick<Finding, 'rule' | 'level' | 'sentence'>[]
  /** Findings caused by an open session that this answer resolves. */
  readonly mends: readonly Pick<Finding, 'rule' | 'level' | 'sentence'>[]
  /** Changes for people other than those who are asked. */
  readonly knockOn: readonly string[]
  /** Pounds more than leaving the sessions open. */
  readonly cost: number
  /** Under all rules, and with the sessions left open. */
  readonly levels: readonly {
    readonly level: Level
    readonly value: number
    readonly open: number
    readonly unit: string
  }[]
  /** Complete, so that it can be judged on its own with the week's current document. */
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] }
}

export interface CoverAnswer {
  readonly person: string
  /** Patient-facing sessions lost. */
  readonly open: readonly AssignmentReport[]
  /** Best first. */
  readonly options: readonly CoverReport[]
}
