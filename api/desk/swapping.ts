/** Two people want to swap sessions of a published week. */
import { assignmentsOf } from '../../solver/report/plan.ts'
import { swapWeek } from '../../solver/swap-week.ts'
import { firstOpen } from '../../src/intake/absence/absence-reading.ts'
import { publishedWeek } from '../../src/intake/absence/absent-week.ts'
import type { Moment } from '../../src/intake/absence/moment.ts'
import { readSwap } from '../../src/intake/absence/swap-reading.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import { now as nowSchema } from '../contract/covers.ts'
import { swapRequest } from '../contract/swaps.ts'
import { readAs } from '../contract.ts'
import { readGivenRota } from './given-rota.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface Swapping {
  /** The body of a call, parsed. */
  readonly sent: unknown
  /** Now, if the caller does not say. */
  readonly now: Moment
}

/** The answer, and the document that its rota can be judged with. */
export async function swap(
  { sent, now: today }: Swapping,
  read: (document: unknown) => Problem,
): Promise<SwapAnswer & { readonly document: RotaDocument }> {
  const asked = readAs(swapRequest, sent)
  const { document } = asked
  keepRepeatedKeys(document, sent, '/document')
  const before = await within('/document', () => read(document))
  const sentNow = nowSchema.safeParse(asked.now)
  const heldAgainst = sentNow.success ? sentNow.data : today
  const given = readGivenRota(asked.rota, document, before)
  const { rota, sides, now } = await together({
    rota: () => given,
    sides: async () => {
      const { assignments } = await given.catch(() => ({ assignments: [] }))
      return within('/swap', () => readSwap(asked.swap, { problem: before, assignments, now: heldAgainst }))
    },
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
  })
  const published = assignmentsOf(before, rota.assignments)
  // The reader has seen that it is one.
  const week = publishedWeek(document as RotaDocument, { published, now })
  const problem = await within('/document', () => read(week))
  return { ...(await swapWeek({ problem, rota, sides, since: firstOpen(before, now) })), document: week }
}
