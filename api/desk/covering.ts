/** Answers an absence: enters it in the week's document and ranks ways to cover it. */
import { coverWeek, locumFor } from '../../solver/cover-week.ts'
import { assignmentsOf } from '../../solver/report/plan.ts'
import type { CoverAnswer } from '../../src/cover-answer.ts'
import { readAbsence } from '../../src/intake/absence/absence-reading.ts'
import { absentWeek } from '../../src/intake/absence/absent-week.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { coverRequest, mostAnswers } from '../contract/covers.ts'
import { readAs } from '../contract.ts'
import { type Arrived, askedWeek } from './asked-week.ts'
import { together } from './together.ts'
import { within } from './within.ts'

/** The answers, and the document to judge their rotas with. */
export type CoveredWeek = CoverAnswer & { readonly document: RotaDocument }

export async function cover(arrived: Arrived, read: (document: unknown) => Problem): Promise<CoveredWeek> {
  const { asked, document, comparedWith, ...parts } = askedWeek(coverRequest, arrived, read)
  const { before, rota, absence, now, most } = await together({
    shape: parts.shape,
    before: parts.before,
    rota: parts.rota,
    absence: async () => {
      const problem = await parts.before()
      // A missing field has been reported already.
      if (asked.away === undefined) parts.shape()
      return within('/away', () => readAbsence(asked.away, problem, comparedWith))
    },
    now: parts.now,
    most: () => within('/most', () => readAs(mostAnswers.optional(), asked.most)),
  })
  const published = assignmentsOf(before, rota.assignments)
  const locum = locumFor(before, rota, absence)
  const week = absentWeek(document, before, { absence, published, now, locum })
  const problem = await within('/document', () => read(week))
  const task = { before, problem, rota, absence }
  return { ...(await coverWeek(task, most === undefined ? {} : { most })), document: week }
}
