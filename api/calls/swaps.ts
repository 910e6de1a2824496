/** Checks whether two people may swap sessions. */
import { IN_NESTED_DOCUMENT, READ } from '../access/permissions.ts'
import { swapResponse, swapShape } from '../contract/swaps.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'

export const checkSwap = call({
  method: 'post',
  path: '/v1/swaps',
  name: 'checkSwap',
  tag: 'Planning',
  summary: 'Ask whether two people may swap sessions',
  description:
    'Whether the rules allow it or which of them forbids it, what would change for patients, and who else is affected. Nothing is stored: a manager who agrees stores the rota of the answer as the week’s next version.',
  permission: { by: READ, of: IN_NESTED_DOCUMENT },
  body: {
    kind: 'heavy',
    schema: swapShape,
    example: {
      document: DOCUMENT,
      rota: ROTA,
      swap: [
        { person: 'p001', date: '2026-11-30', part: 'am' },
        { person: 'p002', date: '2026-11-30', part: 'pm' },
      ],
      now: '2026-11-29',
    },
  },
  answers: { 200: { does: 'The answer, and the rota as it would be.', schema: swapResponse } },
  handle:
    ({ ask, today }) =>
    async ({ body }, response) => {
      response.type('json').send(await ask('swap', { body, now: today() }, { who: whoOf(response) }))
    },
})
