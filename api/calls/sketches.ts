/** Condenses a week, so that callers can compute estimates themselves. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { sketchResponse, sketchShape } from '../contract/sketches.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'

export const sketchWeek = call({
  method: 'post',
  path: '/v1/sketches',
  name: 'sketchWeek',
  tag: 'Planning',
  summary: 'Sum up a week for quick estimates',
  description:
    'What each role could do in the week, what is asked, and what it costs, without people or practices. From this a small linear programme estimates what other sessions would change, in milliseconds: never more unmet than the staffing mix of `/v1/comparisons` has, as long as that keeps every rule of safety. The pages estimate in the browser while a slider moves.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: { kind: 'heavy', schema: sketchShape, example: { document: DOCUMENT } },
  answers: { 200: { does: 'The sketch.', schema: sketchResponse } },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('sketch', { body }, { who: whoOf(response) }))
    },
})
