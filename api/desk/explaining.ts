/** "Why not?", asked about a rota: what a change would cost, from the nearest rota that has it. */
import { choiceFor } from '../../solver/engine-choice.ts'
import { why } from '../../solver/explain/why/why.ts'
import { assignmentsOf, clinicsOf } from '../../solver/report/plan.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { readQuestion } from '../../src/intake/question-reading.ts'
import type { Problem } from '../../src/problem.ts'
import { explanationRequest } from '../contract/explanations.ts'
import { readAs } from '../contract.ts'
import { readGivenRota } from './given-rota.ts'
import { within } from './within.ts'

/** Seconds for each step, unless another number is asked for: a few dozen of them are within what a call may take. */
const SECONDS = 3

/** `sent` is the body; the answer is as `explanationResponse` has it. */
export async function explain(sent: unknown, read: (document: unknown) => Problem) {
  const { document, rota: given, question, seconds = SECONDS } = readAs(explanationRequest, sent)
  keepRepeatedKeys(document, sent, '/document')
  const problem = await within('/document', () => read(document))
  const { engine } = await within('/document', () => choiceFor(problem))
  const rota = await readGivenRota(given, document, problem)
  const asked = await within('/question', () => readQuestion(question, problem))
  const answer = await within('/rota', () => why(problem, rota, { question: asked, engine, seconds }))
  if (answer.kind !== 'possible') return answer
  const { assignments, clinics } = answer.rota
  return {
    ...answer,
    rota: { assignments: assignmentsOf(problem, assignments), clinics: clinicsOf(problem, clinics) },
  }
}
