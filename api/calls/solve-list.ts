/** Lists the solves of a caller's networks. */
import { callerOf } from '../access/caller.ts'
import { IN_QUERY, LOOK } from '../access/permissions.ts'
import { solvesQuery, solvesResponse } from '../contract/solves.ts'
import type { Networks } from '../store/tenant.ts'
import { call } from './call.ts'
import { operationAnswer } from './operation-answer.ts'

/** Default page size. */
const PAGE = 20

export const listSolves = call({
  method: 'get',
  path: '/v1/solves',
  name: 'listSolves',
  tag: 'Solves',
  summary: 'List operations, newest first',
  description: 'For one network, or all you have access to. Finished operations are deleted after a week.',
  permission: { by: LOOK, of: IN_QUERY },
  query: solvesQuery,
  answers: { 200: { does: 'A page of operations, without their reports.', schema: solvesResponse } },
  handle:
    ({ solves, keep }) =>
    async ({ query: { network, state = null, before = null, limit = PAGE } }, response) => {
      const networks = narrowed(callerOf(response).networks, network)
      // Fetch one more than is returned, to detect a next page.
      const found = await solves.list({ networks, state, before, limit: limit + 1 })
      const operations = found.slice(0, limit)
      const last = operations.at(-1)
      const next = found.length > limit && last !== undefined ? { next: last.place } : {}
      response.json({ operations: operations.map((one) => operationAnswer(one, keep)), ...next })
    },
})

/** One of the caller's networks, or all of them. */
export function narrowed(networks: Networks, network: string | undefined): Networks {
  if (network === undefined) return networks
  return networks === 'all' || networks.includes(network) ? [network] : []
}
