/** Levels of importance, and what it is for a rule not to be kept. */

/** From what may never be broken to what would be nice. Each level is settled before the next. */
export const LEVELS = ['never', 'safety', 'urgent', 'service', 'wellbeing', 'cost', 'wish'] as const
export type Level = (typeof LEVELS)[number]

/** One rule not kept, somewhere, by an amount in the unit of the rule. */
export interface Breach {
  readonly amount: number
  /** How much one unit of this breach counts within its rule (default: 1). */
  readonly weight?: number
  readonly people?: readonly string[]
  readonly site?: string
  /** Session index; or `day` for a whole day; or `week`. */
  readonly session?: number
  readonly day?: number
  readonly week?: number
  readonly need?: string
  readonly role?: string
  /** Figures that the sentence wants to tell, by name. */
  readonly figures?: Readonly<Record<string, number>>
}
