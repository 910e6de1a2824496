/** The value of the next session of each role, and the best posts for a budget. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { mixResponse, mixShape } from '../contract/mixes.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'
import { askingAbout, QUESTION_HEADERS, QUESTION_PROBLEMS, questionAnswers } from './question-call.ts'

export const answerMixes = call({
  method: 'post',
  path: '/v1/mixes',
  name: 'answerMixes',
  tag: 'Planning',
  summary: 'Ask what the next session of each role is worth',
  description:
    'A staffing mix is the week without names: no rota of the same people can leave less unmet. One more session of each role is tried at each place; with `curve`, from ten fewer to ten more; with `budget` or `extra`, the best half-time and whole posts for a sum are chosen; with `frontier`, for five sums, next to England’s average team; with `plan`, recruiting, training, leavers, pay and demand are followed through four quarters, each next to doing nothing. Answered at once for one week of up to 130 people if no posts are chosen; otherwise an operation.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  headers: QUESTION_HEADERS,
  body: { kind: 'heavy', schema: mixShape, example: { document: DOCUMENT } },
  answers: questionAnswers('mix', { does: 'The values, the best first.', schema: mixResponse }),
  problems: QUESTION_PROBLEMS,
  handle: (deps) => askingAbout('mix', deps),
})
