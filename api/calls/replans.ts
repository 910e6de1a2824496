/** Repairs a published week. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { replanResponse, replanShape } from '../contract/replans.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'
import { askingAbout, QUESTION_HEADERS, QUESTION_PROBLEMS, questionAnswers } from './question-call.ts'

export const replanWeek = call({
  method: 'post',
  path: '/v1/replans',
  name: 'replanWeek',
  tag: 'Planning',
  summary: 'Find the best rota with few changes to a published one',
  description:
    'At most `moves` sessions change, counted by person; or, with `curve`, what each further change gains. Short notice costs more. Every rota comes with a bound for each level. Sessions that have begun by `now` do not change. An operation: poll it, follow its events, or prefer to wait.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  headers: QUESTION_HEADERS,
  body: {
    kind: 'heavy',
    schema: replanShape,
    example: {
      document: DOCUMENT,
      rota: ROTA,
      away: { person: 'p001', from: '2026-11-30' },
      now: '2026-11-30T07:40',
      moves: 2,
    },
  },
  answers: questionAnswers('replan', { does: 'The best rota for each number of changes.', schema: replanResponse }),
  problems: QUESTION_PROBLEMS,
  handle: (deps) => askingAbout('replan', deps),
})
