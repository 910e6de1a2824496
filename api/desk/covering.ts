/** Somebody is ill: the week's document with the absence entered, and ranked answers to it. */
import { coverWeek, locumFor } from '../../solver/cover-week.ts'
import { assignmentsOf } from '../../solver/report/plan.ts'
import type { CoverAnswer } from '../../src/cover-answer.ts'
import { readAbsence } from '../../src/intake/absence/absence-reading.ts'
import { absentWeek } from '../../src/intake/absence/absent-week.ts'
import type { Moment } from '../../src/intake/absence/moment.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { coverRequest, mostAnswers, now as nowSchema } from '../contract/covers.ts'
import { readAs } from '../contract.ts'
import { readGivenRota } from './given-rota.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface Covering {
  /** The body of a call, parsed. */
  readonly sent: unknown
  /** Now, if the caller does not say. */
  readonly now: Moment
}

/** Answers, and the document that each of their rotas can be judged with. */
export type CoveredWeek = CoverAnswer & { readonly document: RotaDocument }

export async function cover(
  { sent, now: today }: Covering,
  read: (document: unknown) => Problem,
): Promise<CoveredWeek> {
  const asked = readAs(coverRequest, sent)
  const { document } = asked
  keepRepeatedKeys(document, sent, '/document')
  const before = await within('/document', () => read(document))
  // An absence is held against today where the time that is sent is no time.
  const sentNow = nowSchema.safeParse(asked.now)
  const { rota, absence, now, most } = await together({
    rota: () => readGivenRota(asked.rota, document, before),
    absence: () => within('/away', () => readAbsence(asked.away, before, sentNow.success ? sentNow.data : today)),
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
    most: () => within('/most', () => readAs(mostAnswers.optional(), asked.most)),
  })
  const published = assignmentsOf(before, rota.assignments)
  const locum = locumFor(before, rota, absence)
  // The reader has seen that it is one.
  const week = absentWeek(document as RotaDocument, before, { absence, published, now, locum })
  const problem = await within('/document', () => read(week))
  const task = { before, problem, rota, absence }
  return { ...(await coverWeek(task, most === undefined ? {} : { most })), document: week }
}
