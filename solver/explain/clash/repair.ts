/** A change that could make an impossible week possible. */
import type { Problem } from '../../../src/problem.ts'

/** One change, in words and in effect. */
export interface Repair {
  readonly kind: 'free' | 'move' | 'hand-over' | 'drop' | 'agree' | 'take-back' | 'let-in' | 'rooms'
  readonly sentence: string
  readonly change: (problem: Problem) => Problem
}
