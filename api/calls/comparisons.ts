/** Scenarios side by side. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { comparisonResponse, comparisonShape } from '../contract/comparisons.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'

export const compareScenarios = call({
  method: 'post',
  path: '/v1/comparisons',
  name: 'compareScenarios',
  tag: 'Planning',
  summary: 'Compare scenarios of a week',
  description:
    'Each scenario is the document with some changes: people added or removed, demand, closures, rooms, pooled duty, rules, leave, pay. The answer has one table, the document itself first. A difference that is smaller than what is unproven reads "no difference shown".',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: {
    kind: 'heavy',
    schema: comparisonShape,
    example: {
      document: DOCUMENT,
      scenarios: [{ name: 'busier', changes: [{ demand: { factor: 1.1 } }] }],
      depth: 'mix',
    },
  },
  answers: { 200: { does: 'The scenarios, figure by figure.', schema: comparisonResponse } },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('compare', { body }, { who: whoOf(response) }))
    },
})
