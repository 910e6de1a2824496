/** People's calls on their own swaps. */
import type { Response } from 'express'
import { SIGNED_IN } from '../access/permissions.ts'
import { identityOf } from '../access/visit.ts'
import {
  MOST_SWAPS,
  type OwnSwapResponse,
  ownSwapProposal,
  ownSwapResponse,
  ownSwapsQuery,
  ownSwapsResponse,
} from '../contract/kept-swaps.ts'
import type { Deps } from '../deps.ts'
import type { Fields } from '../people/fields.ts'
import type { OwnPerson } from '../store/own-people.ts'
import type { SwapRow, SwapStep } from '../store/swaps.ts'
import type { Tenant } from '../store/tenant.ts'
import { call } from './call.ts'
import { swapId } from './kept-swaps.ts'
import { oneOf, ownOf, textOr } from './own-weeks.ts'
import { movedSwap, noSuchSwap, proposeChecked, requireSwap, swapOf } from './swap-steps.ts'

export const listOwnSwaps = call({
  method: 'get',
  path: '/v1/me/swaps',
  name: 'listOwnSwaps',
  tag: 'Swaps',
  summary: 'List the swaps that you proposed or are asked for, newest first',
  permission: SIGNED_IN,
  query: ownSwapsQuery,
  answers: { 200: { does: 'Your swaps.', schema: ownSwapsResponse } },
  handle:
    ({ kept, now }) =>
    async ({ query: { state = null, limit = MOST_SWAPS } }, response) => {
      const swaps: OwnSwapResponse[] = []
      for (const own of await ownOf(response, kept)) {
        const asked = { network: own.network, person: own.person, state, before: null, limit, now: now() }
        swaps.push(...(await kept.listSwaps(asked)).map((row) => ownSwapOf(own, row)))
      }
      swaps.sort((a, b) => b.proposedAt.localeCompare(a.proposedAt))
      response.json({ swaps: swaps.slice(0, limit) })
    },
})

export const proposeOwnSwap = call({
  method: 'post',
  path: '/v1/me/swaps',
  name: 'proposeOwnSwap',
  tag: 'Swaps',
  summary: 'Propose a swap to a colleague',
  description:
    'Of a published rota; `swap` begins with you. The rules must allow it. The colleague agrees, and a manager accepts; until then nothing changes.',
  permission: { ...SIGNED_IN, only: 'person' },
  body: {
    kind: 'small',
    schema: ownSwapProposal,
    example: {
      swap: [
        { person: 'p001', date: '2026-11-30', part: 'am' },
        { person: 'p002', date: '2026-11-30', part: 'pm' },
      ],
    },
  },
  answers: {
    200: { does: 'The same swap, which is open already.', schema: ownSwapResponse },
    201: { does: 'The swap.', schema: ownSwapResponse },
  },
  problems: ['not-found', 'not-allowed', 'changed-since', 'too-many', 'too-heavy', 'busy'],
  alsoWrong: ownSwapWrong,
  handle:
    (deps) =>
    async ({ body: { network, swap } }, response) => {
      const { own, tenant } = await ownSwapping(deps, { network, swap }, response)
      const { row, isNew } = await proposeChecked(deps, { tenant, swap }, response)
      response.status(isNew ? 201 : 200).json(ownSwapOf(own, row))
    },
})

/** The caller as the first person of the swap. Throws with all errors if they aren't. */
export async function ownSwapping(
  deps: Deps,
  { network, swap }: { readonly network: string | undefined; readonly swap: readonly { readonly person: string }[] },
  response: Response,
): Promise<{ readonly own: OwnPerson; readonly tenant: Tenant }> {
  const own = oneOf(await ownOf(response, deps.kept), network)
  const tenant = { network: own.network, actor: identityOf(response).actor }
  if (swap[0]?.person !== own.person) await requireSwap(deps, { tenant, swap, own: own.person }, response)
  return { own, tenant }
}

/** The same for a swap of any shape. */
export function ownSwapWrong(deps: Deps) {
  return async ({ body }: { readonly body: Fields }, response: Response): Promise<void> => {
    const own = oneOf(await ownOf(response, deps.kept), textOr(body.network))
    const tenant = { network: own.network, actor: identityOf(response).actor }
    await requireSwap(deps, { tenant, swap: body.swap, own: own.person }, response)
  }
}

/** Shared by the three steps. */
const OWN_STEP = {
  tag: 'Swaps',
  permission: { ...SIGNED_IN, only: 'person' },
  params: { id: swapId },
  problems: ['settled'],
} as const

export const agreeToOwnSwap = call({
  method: 'put',
  path: '/v1/me/swaps/{id}/agreement',
  name: 'agreeToOwnSwap',
  ...OWN_STEP,
  summary: 'Agree to a swap that you are asked for',
  description: 'A manager then accepts it. Until then you can refuse it after all.',
  answers: { 200: { does: 'The swap.', schema: ownSwapResponse } },
  handle:
    (deps) =>
    async ({ params: { id } }, response) => {
      response.json(await step(deps, { id, to: 'agreed', side: 'taker' }, response))
    },
})

export const refuseOwnSwap = call({
  method: 'put',
  path: '/v1/me/swaps/{id}/refusal',
  name: 'refuseOwnSwap',
  ...OWN_STEP,
  summary: 'Refuse a swap that you are asked for',
  answers: { 200: { does: 'The swap.', schema: ownSwapResponse } },
  handle:
    (deps) =>
    async ({ params: { id } }, response) => {
      response.json(await step(deps, { id, to: 'refused', side: 'taker' }, response))
    },
})

export const withdrawOwnSwap = call({
  method: 'delete',
  path: '/v1/me/swaps/{id}',
  name: 'withdrawOwnSwap',
  ...OWN_STEP,
  summary: 'Withdraw a swap that you proposed',
  answers: { 200: { does: 'The swap, which stays readable.', schema: ownSwapResponse } },
  handle:
    (deps) =>
    async ({ params: { id } }, response) => {
      response.json(await step(deps, { id, to: 'withdrawn', side: 'giver' }, response))
    },
})

interface OwnStep extends Pick<SwapStep, 'id' | 'to'> {
  readonly side: 'giver' | 'taker'
}

/** Looks in all the caller's networks. Other people's swaps are reported as not found. */
async function step({ kept, now }: Pick<Deps, 'kept' | 'now'>, { side, ...to }: OwnStep, response: Response) {
  const { actor } = identityOf(response)
  for (const own of await ownOf(response, kept)) {
    const { network, person } = own
    const moved = await kept.moveSwap({ network, actor }, { ...to, by: { side, person }, now: now() })
    if (moved.kind !== 'nothing') return ownSwapOf(own, movedSwap(moved, to.id))
  }
  throw noSuchSwap(to.id)
}

function ownSwapOf({ network, person }: OwnPerson, row: SwapRow): OwnSwapResponse {
  return { ...swapOf(network, row), yours: row.giver === person ? 'proposed' : 'asked' }
}
