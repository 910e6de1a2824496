/** Repairs a published week with few changes. */
import { replanWeek } from '../../solver/replan-week.ts'
import { assignmentsOf } from '../../solver/report/plan.ts'
import { firstOpen, readAbsence } from '../../src/intake/absence/absence-reading.ts'
import { absentWeek, publishedWeek } from '../../src/intake/absence/absent-week.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { ReplanAnswer } from '../../src/replan-answer.ts'
import { curve, moves, replanRequest } from '../contract/replans.ts'
import { readAs } from '../contract.ts'
import { type Arrived, askedWeek } from './asked-week.ts'
import { together } from './together.ts'
import { within } from './within.ts'

/** Numbers of changes on the curve. */
export const SCALE: readonly (number | 'any')[] = [0, 1, 2, 3, 5, 'any']

export interface Replanning extends Arrived {
  readonly onStep?: (allowed: number | 'any') => void
  /** Called with the partial answer after each point but the last. */
  readonly onPoint?: (soFar: ReplannedWeek) => void
}

/** The answers, and the document to judge their rotas with. */
export type ReplannedWeek = ReplanAnswer & { readonly document: RotaDocument }

export async function replan(
  { onStep, onPoint, ...arrived }: Replanning,
  read: (document: unknown) => Problem,
): Promise<ReplannedWeek> {
  const { week, ...task } = await readReplan(arrived, read)
  const clock = () => performance.now() / 1000
  const tell = {
    ...(onStep === undefined ? {} : { onStep }),
    onPoint: (soFar: ReplanAnswer) => onPoint?.({ ...soFar, document: week }),
  }
  return { ...(await replanWeek({ ...task, clock, ...tell })), document: week }
}

/** Reads the request. Throws one BadInput with all errors. */
export async function readReplan(arrived: Arrived, read: (document: unknown) => Problem) {
  const { asked, document, comparedWith, ...parts } = askedWeek(replanRequest, arrived, read)
  const { before, rota, absence, now, most, isCurve } = await together({
    shape: parts.shape,
    before: parts.before,
    rota: parts.rota,
    absence: async () => {
      const problem = await parts.before()
      return asked.away === undefined ? null : within('/away', () => readAbsence(asked.away, problem, comparedWith))
    },
    now: parts.now,
    most: () => within('/moves', () => readAs(moves.optional(), asked.moves)),
    isCurve: () => within('/curve', () => readAs(curve.optional(), asked.curve)),
  })
  const published = assignmentsOf(before, rota.assignments)
  const week =
    absence === null
      ? publishedWeek(document, { published, now })
      : absentWeek(document, before, { absence, published, now, locum: null })
  const problem = await within('/document', () => read(week))
  const allowed = isCurve === true ? SCALE : [most ?? ('any' as const)]
  return { problem, rota, since: firstOpen(before, now), allowed, week }
}
