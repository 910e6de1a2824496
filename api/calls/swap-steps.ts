/** The steps of a swap, for proposers and deciders; each is checked against the rota published at the time. */
import type { Response } from 'express'
import { BadInput, type Complaint } from '../../src/errors.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import { addDays, isDay, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { type KeptSwapResponse, type SwapBody, type SwapCheckResponse, swapBody } from '../contract/kept-swaps.ts'
import type { Deps } from '../deps.ts'
import type { SwapCheck } from '../desk/swap-tasks.ts'
import type { Kept } from '../kept.ts'
import { rowsOf } from '../people/fields.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { CheckedRota, SwapMoved, SwapRow } from '../store/swaps.ts'
import type { Tenant } from '../store/tenant.ts'
import { notFound } from './parameters.ts'

type Parts = Pick<Deps, 'kept' | 'ask' | 'now'>
interface Side {
  readonly person: string
  readonly date: string
  readonly part: string
}
type Sides = readonly Side[]

/** Attempts at checking a swap while somebody keeps publishing. */
const TRIES = 3

export async function proposeChecked(
  { kept, ask, now }: Parts,
  { tenant, swap }: { readonly tenant: Tenant; readonly swap: Sides },
  response: Response,
): Promise<{ readonly row: SwapRow; readonly isNew: boolean }> {
  for (let n = 0; n < TRIES; n++) {
    const { rota, check } = await checkedNow({ kept, ask, now }, { tenant, swap, pointer: '/swap/0/date' }, response)
    if (check.made === null) throw notAllowed(check.forbids)
    const proposed = await kept.proposeSwap(tenant, { ...check, checked: rota, now: now() })
    if (proposed.kind === 'too-many') throw tooMany()
    if (proposed.kind === 'proposed') return { row: proposed.swap, isNew: proposed.isNew }
  }
  throw changedMeanwhile()
}

export async function acceptChecked(
  { kept, ask, now }: Parts,
  { tenant, id }: { readonly tenant: Tenant; readonly id: string },
  response: Response,
): Promise<{ readonly row: SwapRow; readonly affected: readonly string[] }> {
  for (let n = 0; n < TRIES; n++) {
    const stored = await foundSwap(kept, { network: tenant.network, id, now: now() })
    if (stored.state === 'accepted') return { row: stored, affected: [] }
    if (stored.state !== 'proposed' && stored.state !== 'agreed') throw settled(stored)
    const { sides } = bodyOf(stored)
    const swap = sides.map(({ person, date, part }) => ({ person, date, part }))
    const { rota, check } = await checkedNow({ kept, ask, now }, { tenant, swap, pointer: '' }, response)
    requireSame(sides, swapBody.parse(JSON.parse(check.body)).sides)
    if (check.made === null) throw notAllowed(check.forbids)
    const given = { id, checked: rota, body: check.body, ...check.made, now: now() }
    const accepted = await kept.acceptSwap(tenant, given)
    if (accepted.kind === 'changed-since') continue
    if (accepted.kind === 'accepted') return { row: accepted.swap, affected: accepted.affected }
    return { row: movedSwap(accepted, id), affected: [] }
  }
  throw changedMeanwhile()
}

/** Throws complaints about a swap as sent, whatever its shape; `own` must be its first person, null allows anybody. */
export async function requireSwap(
  { kept, ask, now }: Parts,
  { tenant, swap, own }: { readonly tenant: Tenant; readonly swap: unknown; readonly own: string | null },
  response: Response,
): Promise<void> {
  const [first] = rowsOf(swap)
  const giver = first?.person
  const foreign = own !== null && typeof giver === 'string' && giver !== own ? [notYours(giver, own)] : []
  const date = typeof first?.date === 'string' && isDay(first.date) ? first.date : null
  const week = date === null ? null : addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)))
  const found = week === null ? null : await kept.findPublished({ network: tenant.network, weekFrom: week })
  if (week !== null && found === null) throw new BadInput([...foreign, unpublished(week, '/swap/0/date')])
  if (found === null) throw new BadInput(foreign)
  const { document, body } = found
  const asked = { document, rota: body, swap, now: now() }
  await ask('requirePublishedSwap', asked, { who: whoOf(response) }).catch((error) => {
    throw error instanceof BadInput ? new BadInput([...foreign, ...error.complaints]) : error
  })
  if (foreign.length > 0) throw new BadInput(foreign)
}

function notYours(seen: string, own: string): Complaint {
  const detail = 'The first of the two must be you: only your own sessions are yours to give.'
  return { pointer: '/swap/0/person', detail, seen, maybe: own }
}

function unpublished(week: string, pointer: string): Complaint {
  return { pointer, detail: 'No rota is published for this week.', seen: week }
}

/** The rota published for the first session's week, and the rules' verdict on the swap in it. */
export async function checkedNow(
  { kept, ask, now }: Parts,
  { tenant, swap, pointer }: { readonly tenant: Tenant; readonly swap: Sides; readonly pointer: string },
  response: Response,
): Promise<{ readonly rota: CheckedRota; readonly check: SwapCheck }> {
  const { network } = tenant
  const { date = '' } = swap[0] ?? {}
  const week = addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)))
  const found = await kept.findPublished({ network, weekFrom: week })
  if (found === null) throw new BadInput([unpublished(week, pointer)])
  const { document, body, weekFrom, version, documentHash } = found
  const asked = { document, rota: body, swap, now: now(), weekFrom }
  const check = await ask('checkPublishedSwap', asked, { who: whoOf(response) })
  return { rota: { network, weekFrom, version, documentHash }, check }
}

/** Throws if the sessions are no longer those the two agreed to swap. */
function requireSame(then: SwapBody['sides'], now: SwapBody['sides']): void {
  const complaints = then.flatMap((side, n) => {
    const is = now[n]
    if (is !== undefined && JSON.stringify(is.gives) === JSON.stringify(side.gives)) return []
    const detail = `${side.name}’s session has changed since this swap was proposed. Refuse it, and have it proposed again.`
    return [{ pointer: '', detail, seen: `${side.date} ${side.part}` }]
  })
  if (complaints.length > 0) throw new Refusal('changed-since', { complaints })
}

/** Restricted to a person's own swaps if one is given. */
export async function foundSwap(kept: Kept, of: Parameters<Kept['findSwap']>[0]): Promise<SwapRow> {
  const row = await kept.findSwap(of)
  if (row === null) throw noSuchSwap(of.id)
  return row
}

export function movedSwap(moved: SwapMoved, id: string): SwapRow {
  if (moved.kind === 'nothing') throw noSuchSwap(id)
  if (moved.kind === 'settled') throw settled(moved.swap)
  return moved.swap
}

export function noSuchSwap(id: string): Refusal {
  return notFound('There is no such swap.', id)
}

function settled({ state }: SwapRow): Refusal {
  const detail =
    state === 'lapsed'
      ? 'Its first session has begun, so this swap has lapsed.'
      : `This swap has been ${state} already.`
  return new Refusal('settled', { complaints: [{ pointer: '', detail, seen: state }] })
}

function notAllowed(forbids: SwapAnswer['forbids']): Refusal {
  const complaints = forbids.map(({ rule, sentence }) => ({ pointer: '/swap', detail: sentence, seen: rule }))
  return new Refusal('not-allowed', { complaints })
}

function tooMany(): Refusal {
  const detail = 'This person has the maximum number of open swaps; withdraw those that are no longer wanted.'
  return new Refusal('too-many', { complaints: [{ pointer: '', detail }] })
}

function changedMeanwhile(): Refusal {
  const detail = 'Rotas were published for this week while the swap was being checked. Send it again.'
  return new Refusal('changed-since', { complaints: [{ pointer: '', detail }] })
}

function bodyOf({ body }: SwapRow): SwapBody {
  return swapBody.parse(JSON.parse(body))
}

/** A check's response: without the rota that would be published. */
export function toldOf({ body, forbids, made }: SwapCheck): SwapCheckResponse {
  return { allowed: made !== null, forbids: [...forbids], ...swapBody.parse(JSON.parse(body)) }
}

export function swapOf(network: string, row: SwapRow): KeptSwapResponse {
  const { id, weekFrom, version, state, proposedBy, proposedAt, agreedAt, settledBy, settledAt, publishedVersion } = row
  return {
    id,
    network,
    weekFrom,
    version,
    state,
    ...bodyOf(row),
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    ...(agreedAt === null ? {} : { agreedAt: agreedAt.toISOString() }),
    ...(settledAt === null ? {} : { settledAt: settledAt.toISOString() }),
    ...(settledBy === null ? {} : { settledBy }),
    ...(publishedVersion === null ? {} : { published: publishedVersion }),
  }
}
