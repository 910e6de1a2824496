/** What the next session is worth, and the best posts for a sum. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { mixResponse, mixShape } from '../contract/mixes.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'

export const answerMixes = call({
  method: 'post',
  path: '/v1/mixes',
  name: 'answerMixes',
  tag: 'Planning',
  summary: 'Ask what the next session of each role is worth',
  description:
    'A staffing mix is the week without names: no rota of the same people can leave less unmet. One more session of each role is tried at each place; with `curve`, from ten fewer to ten more; with `budget` or `extra`, the best half-time and whole posts for a sum are chosen.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: { kind: 'heavy', schema: mixShape, example: { document: DOCUMENT } },
  answers: { 200: { does: 'The values, the best first.', schema: mixResponse } },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('mix', { body }, { who: whoOf(response) }))
    },
})
