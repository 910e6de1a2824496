/** What can be done about a rota's shortcomings, and by whom. */
import type { Level } from './breach.ts'

/** The manager of one practice; of the network; a partner organisation; whoever approves money and posts. */
export const ACTORS = ['practice', 'network', 'partner', 'director'] as const
export type Actor = (typeof ACTORS)[number]

/** Findings that one person can do something about at one time. */
export interface ActionReport {
  readonly who: Actor
  /** The practice, if its manager has to act. */
  readonly site?: string
  readonly level: Level
  /** What is the matter, as briefly as can be: "2 half-days without a duty doctor: Dove Street, Wednesday." */
  readonly fact: string
  /** What to do. */
  readonly sentence: string
  /** Why it is so, of the gravest of the findings. */
  readonly why?: string
  /** How many findings it covers. */
  readonly findings: number
}
