/** Managers' calls on swaps in a network. */
import type { Response } from 'express'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import {
  acceptedSwapResponse,
  keptSwapResponse,
  MOST_SWAPS,
  type SwapsResponse,
  swapProposal,
  swapsQuery,
  swapsResponse,
} from '../contract/kept-swaps.ts'
import type { Deps } from '../deps.ts'
import type { Fields } from '../people/fields.ts'
import type { SwapStep } from '../store/swaps.ts'
import { call } from './call.ts'
import { givenId, ods } from './parameters.ts'
import { acceptChecked, foundSwap, movedSwap, noSuchSwap, proposeChecked, requireSwap, swapOf } from './swap-steps.ts'
import { networkIn } from './week-of.ts'

export const swapId = givenId('The swap’s id.', noSuchSwap)

export const listSwaps = call({
  method: 'get',
  path: '/v1/networks/{ods}/swaps',
  name: 'listSwaps',
  tag: 'Swaps',
  summary: 'List the swaps that people have proposed, newest first',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: swapsQuery,
  answers: { 200: { does: 'A page of swaps.', schema: swapsResponse } },
  handle:
    ({ kept, now }) =>
    async ({ params, query: { state = null, before = null, limit = MOST_SWAPS } }, response) => {
      const { network } = networkIn(params, response)
      // Fetch one more than is returned, to detect a next page.
      const asked = { network, person: null, state, before, limit: limit + 1, now: now() }
      const found = await kept.listSwaps(asked)
      const swaps = found.slice(0, limit)
      const last = swaps.at(-1)
      const next = found.length > limit && last !== undefined ? { next: last.seq } : {}
      response.json({ swaps: swaps.map((row) => swapOf(network, row)), ...next } satisfies SwapsResponse)
    },
})

export const proposeSwap = call({
  method: 'post',
  path: '/v1/networks/{ods}/swaps',
  name: 'proposeSwap',
  tag: 'Swaps',
  summary: 'Propose a swap on somebody’s behalf',
  description:
    'Of a published rota. The rules must allow it; the answer says what changes. Nothing is published until a manager accepts.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  body: {
    kind: 'small',
    schema: swapProposal,
    example: {
      swap: [
        { person: 'p001', date: '2026-11-30', part: 'am' },
        { person: 'p002', date: '2026-11-30', part: 'pm' },
      ],
    },
  },
  answers: {
    200: { does: 'The same swap, which is open already.', schema: keptSwapResponse },
    201: { does: 'The swap.', schema: keptSwapResponse },
  },
  problems: ['not-allowed', 'changed-since', 'too-many', 'too-heavy', 'busy'],
  alsoWrong: swapWrong,
  handle:
    (deps) =>
    async ({ params, body: { swap } }, response) => {
      const tenant = networkIn(params, response)
      const { isNew, row } = await proposeChecked(deps, { tenant, swap }, response)
      response.status(isNew ? 201 : 200).json(swapOf(tenant.network, row))
    },
})

interface OfNetwork {
  readonly params: { readonly ods: string }
  readonly body: Fields
}

/** Throws complaints about a swap, whatever its shape. */
export function swapWrong(deps: Deps) {
  return ({ params, body }: OfNetwork, response: Response): Promise<void> =>
    requireSwap(deps, { tenant: networkIn(params, response), swap: body.swap, own: null }, response)
}

export const getSwap = call({
  method: 'get',
  path: '/v1/networks/{ods}/swaps/{id}',
  name: 'getSwap',
  tag: 'Swaps',
  summary: 'Get a swap',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, id: swapId },
  answers: { 200: { does: 'The swap.', schema: keptSwapResponse } },
  handle:
    ({ kept, now }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      response.json(swapOf(network, await foundSwap(kept, { network, id: params.id, now: now() })))
    },
})

export const acceptSwap = call({
  method: 'put',
  path: '/v1/networks/{ods}/swaps/{id}/acceptance',
  name: 'acceptSwap',
  tag: 'Swaps',
  summary: 'Accept a swap and publish it',
  description:
    'Checked again with what is published now; the rota with the swap is stored as the week’s next version and published in one step. The other person need not have agreed here: they may have told the manager. Only a person can publish.',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, id: swapId },
  answers: { 200: { does: 'The swap, and whom the new rota affects.', schema: acceptedSwapResponse } },
  problems: ['not-allowed', 'settled', 'changed-since', 'invalid-input', 'too-heavy', 'busy'],
  handle:
    (deps) =>
    async ({ params }, response) => {
      const tenant = networkIn(params, response)
      const { row, affected } = await acceptChecked(deps, { tenant, id: params.id }, response)
      response.json({ ...swapOf(tenant.network, row), affectedPeople: [...affected] })
    },
})

export const refuseSwap = call({
  method: 'put',
  path: '/v1/networks/{ods}/swaps/{id}/refusal',
  name: 'refuseSwap',
  tag: 'Swaps',
  summary: 'Refuse a swap',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, id: swapId },
  answers: { 200: { does: 'The swap; nothing else changes.', schema: keptSwapResponse } },
  problems: ['settled'],
  handle:
    ({ kept, now }) =>
    async ({ params }, response: Response) => {
      const tenant = networkIn(params, response)
      const step: SwapStep = { id: params.id, to: 'refused', by: null, now: now() }
      response.json(swapOf(tenant.network, movedSwap(await kept.moveSwap(tenant, step), params.id)))
    },
})
