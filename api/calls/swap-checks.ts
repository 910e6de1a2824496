/** Checks a swap against the rules before it is proposed or accepted; stores nothing and notifies nobody. */
import { EDIT, IN_PATH, SIGNED_IN } from '../access/permissions.ts'
import { ownSwapProposal, swapCheckResponse, swapProposal } from '../contract/kept-swaps.ts'
import { call } from './call.ts'
import { swapWrong } from './kept-swaps.ts'
import { ownSwapping, ownSwapWrong } from './own-swaps.ts'
import { ods } from './parameters.ts'
import { checkedNow, toldOf } from './swap-steps.ts'
import { networkIn } from './week-of.ts'

const example = {
  swap: [
    { person: 'p001', date: '2026-11-30', part: 'am' },
    { person: 'p002', date: '2026-11-30', part: 'pm' },
  ],
}

/** Shared by both calls. */
const CHECK = {
  method: 'post',
  tag: 'Swaps',
  description: 'Of a rota that is published now. A swap that the rules forbid is an answer like any other.',
  answers: { 200: { does: 'Whether the rules allow it, and what it changes.', schema: swapCheckResponse } },
} as const

export const checkPublishedSwap = call({
  ...CHECK,
  path: '/v1/networks/{ods}/swap-checks',
  name: 'checkPublishedSwap',
  summary: 'Ask what the rules say of a swap, without proposing it',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  body: { kind: 'small', schema: swapProposal, example },
  problems: ['too-heavy', 'busy'],
  alsoWrong: swapWrong,
  handle:
    (deps) =>
    async ({ params, body: { swap } }, response) => {
      const tenant = networkIn(params, response)
      const { check } = await checkedNow(deps, { tenant, swap, pointer: '/swap/0/date' }, response)
      response.json(toldOf(check))
    },
})

export const checkOwnSwap = call({
  ...CHECK,
  path: '/v1/me/swap-checks',
  name: 'checkOwnSwap',
  summary: 'Ask what the rules say of a swap of yours, without proposing it',
  permission: { ...SIGNED_IN, only: 'person' },
  body: { kind: 'small', schema: ownSwapProposal, example },
  problems: ['not-found', 'too-heavy', 'busy'],
  alsoWrong: ownSwapWrong,
  handle:
    (deps) =>
    async ({ body: { network, swap } }, response) => {
      const { tenant } = await ownSwapping(deps, { network, swap }, response)
      const { check } = await checkedNow(deps, { tenant, swap, pointer: '/swap/0/date' }, response)
      response.json(toldOf(check))
    },
})
