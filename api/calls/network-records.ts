/** Records of networks, from which weeks are drawn. */
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { recordResponse } from '../contract/records.ts'
import { documentQuery } from '../contract.ts'
import { refusingAs } from '../problems.ts'
import { call } from './call.ts'
import { nextMonday } from './networks.ts'
import { ods } from './parameters.ts'

export const proposeRecord = call({
  method: 'get',
  path: '/v1/networks/{ods}/record/proposal',
  name: 'proposeRecord',
  tag: 'Networks',
  summary: 'Get a record of any network in England to start from',
  description:
    'Made from open data, with synthetic people, and leave for the 13 weeks from the one you ask for. Nothing is kept. `rota week` draws weeks from it.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: documentQuery,
  answers: { 200: { does: 'A record.', schema: recordResponse } },
  handle:
    (deps) =>
    ({ params, query: { week, seed, ...evenings } }, response) => {
      const { ods } = refusingAs('not-found', () => deps.networkOf(params.ods))
      response.json(deps.proposedRecord(ods, { week: week ?? nextMonday(deps.today()), seed: seed ?? 1, ...evenings }))
    },
})
