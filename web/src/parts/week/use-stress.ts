import { type Assignment, api, type StressTest, type WeekDocument } from '../../api.ts'
import { longAnswer } from '../long-call.ts'
import { useLongQuery } from '../use-long-query.ts'

export interface StressAsked {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** Number of sampled weeks of illness and demand. */
  readonly samples: number
}

/** Tests a rota against every single absence and against sampled weeks; null: don't ask. */
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

/** Assigns numbers to rotas, which are too long for a query key. */
const numbers = new WeakMap<readonly Assignment[], number>()
let last = 0

function numberOf(assignments: readonly Assignment[]): number {
  const number = numbers.get(assignments) ?? ++last
  numbers.set(assignments, number)
  return number
}
