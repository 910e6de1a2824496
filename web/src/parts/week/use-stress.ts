import { type Assignment, api, type StressTest, type WeekDocument } from '../../api.ts'
import { longAnswer } from '../long-call.ts'
import { useLongQuery } from '../use-long-query.ts'

export interface StressAsked {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** Weeks of illness and demand that are drawn. */
  readonly samples: number
}

/** A rota against every single absence, and against sampled weeks; null: nothing is asked. */
export function useStress(asked: StressAsked | null) {
  return useLongQuery({
    queryKey: ['stress', asked === null ? 0 : numberOf(asked.assignments), asked?.samples ?? 0],
    isWanted: asked !== null,
    ask: async (following) => {
      if (asked === null) throw new Error('Nothing is asked.')
      const { document, assignments, samples } = asked
      const body = { document, rota: assignments as never, samples }
      return longAnswer<StressTest>(api.POST('/v1/stress-tests', { body }), following)
    },
  })
}

/** Rotas by number: they are too long for a key. */
const numbers = new WeakMap<readonly Assignment[], number>()
let last = 0

function numberOf(assignments: readonly Assignment[]): number {
  const number = numbers.get(assignments) ?? ++last
  numbers.set(assignments, number)
  return number
}
