/** The leave of a network's people. Each change is a new version of the network's record. */
import type { Response } from 'express'
import { BadInput } from '../../src/errors.ts'
import type { Leave } from '../../src/intake/record-document.ts'
import { addDays, daysBetween, isDay } from '../../src/time.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import {
  keptLeaveResponse,
  type LeaveResponse,
  leaveQuery,
  leaveRequest,
  leaveResponse,
} from '../contract/own-weeks.ts'
import type { Deps } from '../deps.ts'
import { within } from '../desk/within.ts'
import type { Fields } from '../people/fields.ts'
import { whoOf } from '../protection.ts'
import { call, type Parameter } from './call.ts'
import { changeRecord, keepingOf, noRecord, storedOf } from './network-records.ts'
import { notFound, ods, writtenId } from './parameters.ts'
import { networkIn } from './week-of.ts'

/** Longest period of one response in days: two years. */
const MOST_DAYS = 731
const YEAR = 365

export const listLeave = call({
  method: 'get',
  path: '/v1/networks/{ods}/leave',
  name: 'listLeave',
  tag: 'Record',
  summary: 'Get the leave calendar',
  description:
    'Leave that touches these days, and how many people of each role are away on each weekday. Never a reason.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: leaveQuery,
  answers: { 200: { does: 'The leave.', schema: leaveResponse } },
  problems: ['too-heavy', 'busy'],
  alsoWrong:
    ({ today }) =>
    async ({ query: { from, to } }) => {
      const range = rangeOf({ ...(isDayText(from) ? { from } : {}), ...(isDayText(to) ? { to } : {}) }, today())
      requireRange(range.from, range.to)
    },
  handle:
    ({ kept, ask, today }) =>
    async ({ params, query }, response) => {
      const { network } = networkIn(params, response)
      const { from, to } = rangeOf(query, today())
      requireRange(from, to)
      const record = await kept.findRecord(network, null)
      if (record === null) throw noRecord(network)
      const asked = { record: record.body, from, to }
      const { leave, days } = await ask('leaveCalendar', asked, { who: whoOf(response) })
      response.json({ network, leave: leave.map(rowOf), days: [...days] } satisfies LeaveResponse)
    },
})

function rangeOf(
  { from: given, to }: { readonly from?: string; readonly to?: string },
  today: string,
): { readonly from: string; readonly to: string } {
  const from = given ?? today
  return { from, to: to ?? addDays(from, YEAR) }
}

function isDayText(value: unknown): value is string {
  return typeof value === 'string' && isDay(value)
}

function requireRange(from: string, to: string): void {
  const days = daysBetween(from, to)
  if (days >= 0 && days <= MOST_DAYS) return
  const detail = days < 0 ? `"to" must not be before "from", ${from}.` : `At most ${MOST_DAYS} days at a time.`
  throw new BadInput([{ pointer: '/to', detail, seen: to }])
}

/** Throws complaints about leave as sent, given the network's record. */
export async function requireLeave(
  { kept, ask }: Pick<Deps, 'kept' | 'ask'>,
  { network, leave, pointer }: { readonly network: string; readonly leave: Fields; readonly pointer: string },
  response: Response,
): Promise<void> {
  const record = await kept.findRecord(network, null)
  if (record === null || Object.keys(leave).length === 0) return
  await within(pointer, () => ask('requireLeave', { record: record.body, leave }, { who: whoOf(response) }))
}

function rowOf<T extends Leave>({ parts, ...row }: T) {
  return { ...row, ...(parts === undefined ? {} : { parts: [...parts] }) }
}

const ANY_VERSION = { 'If-Match': '*' }

export const addLeave = call({
  method: 'post',
  path: '/v1/networks/{ods}/leave',
  name: 'addLeave',
  tag: 'Record',
  summary: 'Grant leave',
  description:
    'Adds a row to the record, unless exactly this is there already. `POST /v1/leave-checks` tells beforehand what it would do.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  body: {
    kind: 'small',
    schema: leaveRequest,
    example: { person: 'p001', from: '2026-12-21', to: '2026-12-24' },
  },
  answers: {
    200: { does: 'The same leave, which the record has already.', schema: keptLeaveResponse },
    201: { does: 'The leave, with its id.', schema: keptLeaveResponse },
  },
  problems: ['changed-since', 'say-which', 'too-heavy', 'busy'],
  alsoWrong:
    ({ kept, ask }) =>
    async ({ params, body }, response) => {
      const { network } = networkIn(params, response)
      await requireLeave({ kept, ask }, { network, leave: body, pointer: '' }, response)
    },
  handle:
    ({ kept, ask }) =>
    async ({ params, body }, response) => {
      const tenant = networkIn(params, response)
      let added: Leave | undefined
      const change = async (record: string) => {
        const { leave, ...accepted } = await ask('addLeave', { record, leave: body }, { who: whoOf(response) })
        added = leave
        return keepingOf(accepted, tenant, 'change-leave')
      }
      const { version, isNew } = storedOf(await changeRecord({ kept, change, headers: ANY_VERSION }, tenant))
      response.status(isNew ? 201 : 200).json({ ...added, recordVersion: version })
    },
})

const id: Parameter = {
  does: 'The id of the leave in the record.',
  schema: writtenId,
  example: 'l1',
  otherwise: noSuchLeave,
}

function noSuchLeave(given: string) {
  return notFound('The record has no leave with this id.', given)
}

export const removeLeave = call({
  method: 'delete',
  path: '/v1/networks/{ods}/leave/{id}',
  name: 'removeLeave',
  tag: 'Record',
  summary: 'Take leave back',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, id },
  answers: { 204: { does: 'It is no longer in the record.' } },
  problems: ['changed-since', 'say-which', 'too-heavy', 'busy'],
  handle:
    ({ kept, ask }) =>
    async ({ params }, response) => {
      const tenant = networkIn(params, response)
      const change = async (record: string) => {
        const changed = await ask('removeLeave', { record, id: params.id }, { who: whoOf(response) })
        if (changed === null) throw noSuchLeave(params.id)
        return keepingOf(changed, tenant, 'change-leave')
      }
      storedOf(await changeRecord({ kept, change, headers: ANY_VERSION }, tenant))
      response.status(204).end()
    },
})
