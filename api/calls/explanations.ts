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
  summary: 'Ask why a rota is not otherwise, and what it would cost to have it so',
  description:
    'The answer says what would be better and worse, who would move, and how sure that is; or which rules and facts clash. Where a name fits several people, sites or parts of the day, the problem lists them as `candidates`: ask again with an id.',
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
