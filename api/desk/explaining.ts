/** Answers "why not?" about a rota: what a change would cost, from the nearest rota with that change. */
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

/** Default time limit per step in seconds: a few dozen steps fit within a call's timeout. */
const SECONDS = 3

/** `sent` is the body; returns an `explanationResponse`. */
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
