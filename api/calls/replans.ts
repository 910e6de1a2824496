/** A published week made whole again. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { replanResponse, replanShape } from '../contract/replans.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'

export const replanWeek = call({
  method: 'post',
  path: '/v1/replans',
  name: 'replanWeek',
  tag: 'Planning',
  summary: 'Find the best rota with few changes to a published one',
  description:
    'At most `moves` sessions change, counted by person; or, with `curve`, what each further change gains. Short notice costs more. Every rota comes with a bound for each level. Sessions that have begun by `now` do not change.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
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
  answers: { 200: { does: 'The best rota for each number of changes.', schema: replanResponse } },
  handle:
    ({ ask, today }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('replan', { body, now: today() }, { who: whoOf(response) }))
    },
})
