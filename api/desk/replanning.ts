/** A published week made whole again with few changes. */
import { replanWeek } from '../../solver/replan-week.ts'
import { assignmentsOf } from '../../solver/report/plan.ts'
import { firstOpen, readAbsence } from '../../src/intake/absence/absence-reading.ts'
import { absentWeek, publishedWeek } from '../../src/intake/absence/absent-week.ts'
import type { Moment } from '../../src/intake/absence/moment.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { ReplanAnswer } from '../../src/replan-answer.ts'
import { now as nowSchema } from '../contract/covers.ts'
import { curve, moves, replanRequest } from '../contract/replans.ts'
import { readAs } from '../contract.ts'
import { readGivenRota } from './given-rota.ts'
import { together } from './together.ts'
import { within } from './within.ts'

/** The scale of changes. */
export const SCALE: readonly (number | 'any')[] = [0, 1, 2, 3, 5, 'any']

export interface Replanning {
  /** The body of a call, parsed. */
  readonly sent: unknown
  /** Now, if the caller does not say. */
  readonly now: Moment
  readonly onStep?: (allowed: number | 'any') => void
}

/** Answers, and the document that each of their rotas can be judged with. */
export type ReplannedWeek = ReplanAnswer & { readonly document: RotaDocument }

export async function replan(
  { sent, now: today, onStep }: Replanning,
  read: (document: unknown) => Problem,
): Promise<ReplannedWeek> {
  const asked = readAs(replanRequest, sent)
  const { document } = asked
  keepRepeatedKeys(document, sent, '/document')
  const before = await within('/document', () => read(document))
  const sentNow = nowSchema.safeParse(asked.now)
  const heldAgainst = sentNow.success ? sentNow.data : today
  const { rota, absence, now, most, isCurve } = await together({
    rota: () => readGivenRota(asked.rota, document, before),
    absence: () =>
      asked.away === undefined ? null : within('/away', () => readAbsence(asked.away, before, heldAgainst)),
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
    most: () => within('/moves', () => readAs(moves.optional(), asked.moves)),
    isCurve: () => within('/curve', () => readAs(curve.optional(), asked.curve)),
  })
  const published = assignmentsOf(before, rota.assignments)
  // The reader has seen that it is one.
  const given = document as RotaDocument
  const week =
    absence === null
      ? publishedWeek(given, { published, now })
      : absentWeek(given, before, { absence, published, now, locum: null })
  const problem = await within('/document', () => read(week))
  const allowed = isCurve === true ? SCALE : [most ?? ('any' as const)]
  const task = { problem, rota, since: firstOpen(before, now), allowed }
  return { ...(await replanWeek(onStep === undefined ? task : { ...task, onStep })), document: week }
}
