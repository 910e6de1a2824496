/** What a change to a rota would cost. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { explanationResponse, explanationShape } from '../contract/explanations.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'

export const explain = call({
  method: 'post',
  path: '/v1/explanations',
  name: 'explain',
  tag: 'Planning',
  summary: 'Work out what a change to a rota would cost',
  description:
    'The answer says what would get better and worse, who would move, and how certain that is; or which rules and facts clash. If a name matches several people, sites or parts of the day, the error lists them as `candidates`: ask again with an id.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: {
    kind: 'heavy',
    schema: explanationShape,
    example: { document: DOCUMENT, rota: ROTA, question: 'Dr Ash off Monday morning' },
  },
  answers: { 200: { does: 'The answer.', schema: explanationResponse } },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('explain', { body }, { who: whoOf(response) }))
    },
})
