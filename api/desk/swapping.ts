/** Checks whether two people may swap sessions of a published week. */
import { assignmentsOf } from '../../solver/report/plan.ts'
import { swapWeek } from '../../solver/swap-week.ts'
import { firstOpen } from '../../src/intake/absence/absence-reading.ts'
import { publishedWeek } from '../../src/intake/absence/absent-week.ts'
import type { Moment } from '../../src/intake/absence/moment.ts'
import { type ReadSide, readSwap } from '../../src/intake/absence/swap-reading.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import { swapRequest } from '../contract/swaps.ts'
import { type Arrived, askedWeek } from './asked-week.ts'
import { together } from './together.ts'
import { within } from './within.ts'

/** Returns the answer, and the document to judge its rota with. */
export async function swap(
  arrived: Arrived,
  read: (document: unknown) => Problem,
): Promise<SwapAnswer & { readonly document: RotaDocument }> {
  const { asked, document, comparedWith, ...parts } = askedWeek(swapRequest, arrived, read)
  const { before, rota, sides, now } = await together({
    shape: parts.shape,
    before: parts.before,
    rota: parts.rota,
    sides: async () => {
      const problem = await parts.before()
      if (asked.swap === undefined) parts.shape()
      const { assignments } = await parts.rota().catch(() => ({ assignments: [] }))
      return within('/swap', () => readSwap(asked.swap, { problem, assignments, now: comparedWith }))
    },
    now: parts.now,
  })
  return swapIn({ before, document, rota, sides, now }, read)
}

/** A published week and a swap in it. */
interface Swapping {
  readonly before: Problem
  readonly document: RotaDocument
  readonly rota: Rota
  readonly sides: readonly [ReadSide, ReadSide]
  readonly now: Moment
}

/** Notice counts from today; changes count against the rota as published. */
export async function swapIn(
  { before, document, rota, sides, now }: Swapping,
  read: (document: unknown) => Problem,
): Promise<SwapAnswer & { readonly document: RotaDocument }> {
  const published = assignmentsOf(before, rota.assignments)
  const week = publishedWeek(document, { published, now })
  const problem = await within('/document', () => read(week))
  return { ...(await swapWeek({ problem, rota, sides, since: firstOpen(before, now) })), document: week }
}
