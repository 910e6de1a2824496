/** People's own published sessions and wishes. */
import type { Response } from 'express'
import type { OwnWeek } from '../../src/intake/record/own-weeks.ts'
import { addDays, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { SIGNED_IN } from '../access/permissions.ts'
import { identityOf } from '../access/visit.ts'
import {
  type AllOwnWishesResponse,
  allOwnWishesResponse,
  type OwnWeeksResponse,
  type OwnWishesResponse,
  ownWeeksQuery,
  ownWeeksResponse,
  ownWishesRequest,
  ownWishesResponse,
} from '../contract/own-weeks.ts'
import type { Kept } from '../kept.ts'
import { rowsOf } from '../people/fields.ts'
import type { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { OwnPerson } from '../store/own-people.ts'
import { call } from './call.ts'
import { changeRecord, keepingOf, storedOf } from './network-records.ts'
import { notFound } from './parameters.ts'

/** Default number of weeks. */
const WEEKS = 8

export const getOwnWeeks = call({
  method: 'get',
  path: '/v1/me/weeks',
  name: 'getOwnWeeks',
  tag: 'Own weeks',
  summary: 'Get your own published sessions',
  description:
    'Of every network in which a manager has said who you are, with how many wishes came true: yours, and everybody’s.',
  permission: SIGNED_IN,
  query: ownWeeksQuery,
  answers: { 200: { does: 'Your weeks.', schema: ownWeeksResponse } },
  handle:
    ({ kept, ask, today }) =>
    async ({ query: { from = today(), weeks = WEEKS } }, response) => {
      const first = addDays(from, -WEEKDAYS.indexOf(weekdayOf(from)))
      const range = { first, last: addDays(first, 7 * (weeks - 1)) }
      const people = []
      for (const own of await ownOf(response, kept)) {
        const past = await kept.publishedWithDocuments(own.network, range)
        const told = await ask('ownWeeks', { past, person: own.person }, { who: whoOf(response) })
        people.push({ ...own, name: told.name, weeks: told.weeks.map(asAnswered) })
      }
      response.json({ people } satisfies OwnWeeksResponse)
    },
})

type AnsweredWeek = OwnWeeksResponse['people'][number]['weeks'][number]

function asAnswered({ away, sessions, ...week }: OwnWeek): AnsweredWeek {
  return {
    ...week,
    sessions: [...sessions],
    away: away.map(({ from, to, parts }) => ({ from, to, ...(parts === undefined ? {} : { parts: [...parts] }) })),
  }
}

export const getOwnWishes = call({
  method: 'get',
  path: '/v1/me/wishes',
  name: 'getOwnWishes',
  tag: 'Own weeks',
  summary: 'Get your own wishes',
  permission: SIGNED_IN,
  answers: { 200: { does: 'Your wishes.', schema: allOwnWishesResponse } },
  problems: ['too-heavy', 'busy'],
  handle:
    ({ kept, ask }) =>
    async (_, response) => {
      const people = []
      const who = whoOf(response)
      for (const { network, networkName, person } of await ownOf(response, kept)) {
        const record = await kept.findRecord(network, null)
        const wishes = record === null ? [] : await ask('wishesIn', { record: record.body, person }, { who })
        people.push({ network, networkName, person, wishes })
      }
      response.json({ people } satisfies AllOwnWishesResponse)
    },
})

export const changeOwnWishes = call({
  method: 'put',
  path: '/v1/me/wishes',
  name: 'changeOwnWishes',
  tag: 'Own weeks',
  summary: 'Replace your own wishes',
  description: 'In your network’s record, from which weeks are drawn. Every wish counts alike, whoever’s it is.',
  permission: { ...SIGNED_IN, only: 'person' },
  body: { kind: 'small', schema: ownWishesRequest, example: { wishes: [{ part: 'fri-pm', want: 'off' }] } },
  answers: { 200: { does: 'Your wishes, with their ids.', schema: ownWishesResponse } },
  problems: ['not-found', 'changed-since', 'say-which', 'too-heavy', 'busy'],
  alsoWrong:
    ({ kept, ask }) =>
    async ({ body }, response) => {
      const { network, person } = oneOf(await ownOf(response, kept), textOr(body.network))
      const record = await kept.findRecord(network, null)
      if (record === null) return
      const asked = { record: record.body, person, wishes: rowsOf(body.wishes) }
      await ask('requireWishes', asked, { who: whoOf(response) })
    },
  handle:
    ({ kept, ask }) =>
    async ({ body: { network: asked, wishes } }, response) => {
      const { network, person } = oneOf(await ownOf(response, kept), asked)
      const tenant = { network, actor: identityOf(response).actor }
      let body = ''
      const change = async (record: string) => {
        const changed = await ask('changeWishes', { record, person, wishes }, { who: whoOf(response) })
        if (changed === null) throw notFound('You are no longer in your network’s record.', person)
        body = changed.body
        return keepingOf(changed, tenant, 'change-wishes')
      }
      storedOf(await changeRecord({ kept, change, headers: { 'If-Match': '*' } }, tenant))
      const own = await ask('wishesIn', { record: body, person }, { who: whoOf(response) })
      response.json({ network, person, wishes: own } satisfies OwnWishesResponse)
    },
})

/** The value if it is a string, otherwise undefined. */
export function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The people linked to the caller's account; keys and the local user have none. */
export async function ownOf(response: Response, kept: Kept): Promise<readonly OwnPerson[]> {
  const { via, actor } = identityOf(response)
  return via === 'session' ? kept.ownPeople(actor) : []
}

/** The only linked person, or the one in this network. */
export function oneOf(own: readonly OwnPerson[], network: string | undefined): OwnPerson {
  const fitting = own.filter((one) => network === undefined || one.network === network)
  const [only, ...others] = fitting
  if (only !== undefined && others.length === 0) return only
  throw only === undefined ? notLinked(network) : whichNetwork(fitting)
}

function notLinked(network: string | undefined): Refusal {
  const detail = 'Nobody in a network’s record is you. Ask a manager to say who you are: PUT …/people/{person}/account.'
  return notFound(detail, network ?? '')
}

function whichNetwork(own: readonly OwnPerson[]): Refusal {
  return notFound('You work in several networks: say which.', '', own.map(({ network }) => network).join(', '))
}
