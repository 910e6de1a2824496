/** Levels of importance, and breaches of rules. */

/** In order of priority: each level is settled before the next. */
export const LEVELS = ['never', 'safety', 'urgent', 'service', 'wellbeing', 'cost', 'wish'] as const
export type Level = (typeof LEVELS)[number]

/** A rule broken in one place, by an amount in the rule's unit. */
export interface Breach {
  readonly amount: number
  /** How much one unit of this breach counts within its rule (default: 1). */
  readonly weight?: number
  readonly people?: readonly string[]
  readonly site?: string
  /** Session index; findings about a whole day or week set `day` or `week` instead. */
  readonly session?: number
  readonly day?: number
  readonly week?: number
  readonly need?: string
  readonly role?: string
  /** Named figures used in the sentence. */
  readonly figures?: Readonly<Record<string, number>>
}
