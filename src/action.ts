/** What can be done about a rota's shortcomings, and by whom. */
import type { Level } from './breach.ts'

/** A practice's manager, the network's manager, a partner organisation, or the director who approves money and posts. */
export const ACTORS = ['practice', 'network', 'partner', 'director'] as const
export type Actor = (typeof ACTORS)[number]

/** A group of findings that one person can act on together. */
export interface ActionReport {
  readonly who: Actor
  /** The practice, if its manager has to act. */
  readonly site?: string
  readonly level: Level
  /** The problem, as briefly as possible: "2 half-days without a duty doctor: Dove Street, Wednesday." */
  readonly fact: string
  /** What to do. */
  readonly sentence: string
  /** The reason for the most serious of these findings. */
  readonly why?: string
  /** Number of findings covered. */
  readonly findings: number
}
