/** Stress-tests a rota against illness and demand. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { stressResponse, stressShape } from '../contract/stress-tests.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'
import { askingAbout, QUESTION_HEADERS, QUESTION_PROBLEMS, questionAnswers } from './question-call.ts'

export const stressRota = call({
  method: 'post',
  path: '/v1/stress-tests',
  name: 'stressRota',
  tag: 'Planning',
  summary: 'Try a rota against sampled weeks and single absences',
  description:
    'Weeks are drawn in which people are ill and patients call by chance; the same seed draws the same weeks, so that rotas can be compared. For each day: the chance that urgent need is met, with its interval. Then everybody in turn is away: whose absence breaks the week. An operation: poll it, follow its events, or prefer to wait.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  headers: QUESTION_HEADERS,
  body: { kind: 'heavy', schema: stressShape, example: { document: DOCUMENT, rota: ROTA, samples: 20, seed: 1 } },
  answers: questionAnswers('stress-test', {
    does: 'The chances by day, and the effect of each absence.',
    schema: stressResponse,
  }),
  problems: QUESTION_PROBLEMS,
  handle: (deps) => askingAbout('stress-test', deps),
})
