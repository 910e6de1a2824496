/** Answers an absence. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { coverResponse, coverShape } from '../contract/covers.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'

export const findCovers = call({
  method: 'post',
  path: '/v1/covers',
  name: 'findCovers',
  tag: 'Planning',
  summary: 'Find out who could cover an absence',
  description:
    'Ranked answers, each a complete rota that every rule has judged: somebody who is free, an agreed extra session, a swap, a move, another practice’s duty doctor, a locum, or leaving the sessions open. Sessions that have begun by `now` do not change.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: {
    kind: 'heavy',
    schema: coverShape,
    example: {
      document: DOCUMENT,
      rota: ROTA,
      away: { person: 'p001', from: '2026-11-30' },
      now: '2026-11-30T07:40',
    },
  },
  answers: { 200: { does: 'The answers, best first.', schema: coverResponse } },
  handle:
    ({ ask, today }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('cover', { body, now: today() }, { who: whoOf(response) }))
    },
})
