/** Compares scenarios. */
import { IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { comparisonResponse, comparisonShape } from '../contract/comparisons.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'
import { askingAbout, QUESTION_HEADERS, QUESTION_PROBLEMS, questionAnswers } from './question-call.ts'

export const compareScenarios = call({
  method: 'post',
  path: '/v1/comparisons',
  name: 'compareScenarios',
  tag: 'Planning',
  summary: 'Compare scenarios of a week',
  description:
    'Each scenario is the document with some changes: people added or removed, demand, closures, rooms, pooled duty, rules, leave, pay. The answer has one table, the document itself first. A difference that is smaller than what is unproven reads "no difference shown". An operation: poll it, follow its events, or prefer to wait. With depth `rota`, the time limits of all rotas may add up to 25 minutes.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  headers: QUESTION_HEADERS,
  body: {
    kind: 'heavy',
    schema: comparisonShape,
    example: {
      document: DOCUMENT,
      scenarios: [{ name: 'busier', changes: [{ demand: { factor: 1.1 } }] }],
      depth: 'mix',
    },
  },
  answers: questionAnswers('comparison', { does: 'The scenarios, figure by figure.', schema: comparisonResponse }),
  problems: QUESTION_PROBLEMS,
  handle: (deps) => askingAbout('comparison', deps),
})
