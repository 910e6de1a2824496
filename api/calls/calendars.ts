/** Calendar feeds of a network's people and sites, at secret addresses. */
import { createHash } from 'node:crypto'
import type { Response } from 'express'
import { z } from 'zod'
import { sessionCalendar } from '../../src/calendar/session-calendar.ts'
import { BadInput, type Complaint } from '../../src/errors.ts'
import type { CalendarSession } from '../../src/published-session.ts'
import { addDays } from '../../src/time.ts'
import { ANYBODY, EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { hashOf, isSecret, newSecret } from '../access/secrets.ts'
import { calendarRequest, calendarsResponse, newCalendarResponse } from '../contract/calendars.ts'
import type { Deps } from '../deps.ts'
import type { Kept } from '../kept.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { CalendarOf } from '../store/calendars.ts'
import type { Tenant } from '../store/tenant.ts'
import { call, type Parameter } from './call.ts'
import { givenId, notFound, ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

export const addCalendar = call({
  method: 'post',
  path: '/v1/networks/{ods}/calendars',
  name: 'addCalendar',
  tag: 'Calendars',
  summary: 'Make a calendar feed',
  description:
    'Of a person’s or a site’s published sessions, at a secret address. It shows work, place and time; that of a site also names.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  body: { kind: 'small', schema: calendarRequest, example: { person: 'p017' } },
  answers: { 201: { does: 'The feed, with its address.', schema: newCalendarResponse } },
  problems: ['too-many', 'too-heavy', 'busy'],
  alsoWrong: (deps) => {
    const knows = knowing(deps)
    return async ({ params, body }, response) => {
      const tenant = networkIn(params, response)
      const wrong: Complaint[] = []
      for (const kind of ['person', 'site'] as const) {
        const subject = body[kind]
        if (typeof subject !== 'string') continue
        if (!(await knows({ kind, subject }, tenant, response))) wrong.push(...unknown({ kind, subject }).complaints)
      }
      if (wrong.length > 0) throw new BadInput(wrong)
    }
  },
  handle: (deps) => {
    const knows = knowing(deps)
    return async ({ params, body: { person, site } }, response) => {
      const tenant = networkIn(params, response)
      const of: CalendarOf =
        person === undefined ? { kind: 'site', subject: site ?? '' } : { kind: 'person', subject: person }
      if (!(await knows(of, tenant, response))) throw unknown(of)
      response.status(201).json(await madeCalendar(of, tenant, deps.kept))
    }
  },
})

/** Looks up people and sites in the record and in published rotas. */
function knowing({ kept, ask }: Pick<Deps, 'kept' | 'ask'>) {
  return async ({ kind, subject }: CalendarOf, { network }: Tenant, response: Response): Promise<boolean> => {
    const stored = await kept.findRecord(network, null)
    const outline = stored && (await ask('recordOutline', { record: stored.body }, { who: whoOf(response) }))
    const known = kind === 'person' ? outline?.people : outline?.sites.map(({ id }) => id)
    return known?.includes(subject) || (await kept.feedSessions({ network, kind, subject }, '')).length > 0
  }
}

function unknown({ kind, subject }: CalendarOf): BadInput {
  const detail = `Neither the network’s record nor a published rota has a ${kind} with this id.`
  return new BadInput([{ pointer: `/${kind}`, detail, seen: subject }])
}

/** Creates a secret address; only this response contains it. */
export async function madeCalendar(of: CalendarOf, tenant: Tenant, kept: Kept) {
  const secret = newSecret()
  const made = await kept.addCalendar(tenant, { ...of, hash: hashOf(secret) })
  if (made === null) {
    const detail = 'This network has the maximum number of calendars; remove those that are not needed.'
    throw new Refusal('too-many', { complaints: [{ pointer: '', detail }] })
  }
  return { ...calendarOf(made), path: `/v1/calendars/${secret}.ics` }
}

type Row = Awaited<ReturnType<Kept['listCalendars']>>[number]

export function calendarOf({ id, kind, subject, madeBy, madeAt }: Row) {
  return { id, [kind]: subject, madeBy, madeAt: madeAt.toISOString() }
}

export const listCalendars = call({
  method: 'get',
  path: '/v1/networks/{ods}/calendars',
  name: 'listCalendars',
  tag: 'Calendars',
  summary: 'List a network’s calendar feeds',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'The feeds, without their addresses.', schema: calendarsResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      response.json({ calendars: (await kept.listCalendars(network)).map(calendarOf) })
    },
})

export const calendarId = givenId('The calendar’s id.', noSuchCalendar)

export function noSuchCalendar(id: string): Refusal {
  return notFound('There is no such calendar.', id)
}

export const removeCalendar = call({
  method: 'delete',
  path: '/v1/networks/{ods}/calendars/{id}',
  name: 'removeCalendar',
  tag: 'Calendars',
  summary: 'Revoke a calendar feed',
  description: 'Its address leads nowhere from now on.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, id: calendarId },
  answers: { 204: { does: 'The feed is revoked.' } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      if (!(await kept.removeCalendar(networkIn(params, response), { id: params.id }))) throw noSuchCalendar(params.id)
      response.status(204).end()
    },
})

const secret: Parameter = {
  does: 'The secret in the feed’s address.',
  schema: z.string().refine(isSecret).meta({ pattern: '^[\\w-]{43}$' }),
  example: 'an-example-of-43-letters-that-opens-no-feed',
  // Don't echo the requested path: it may be most of a real address.
  otherwise: () => notFound('There is no such calendar.', ''),
}

/** Days a feed reaches into the past. */
const DAYS_BACK = 56

export const readCalendar = call({
  method: 'get',
  path: '/v1/calendars/{secret}.ics',
  name: 'readCalendar',
  tag: 'Calendars',
  summary: 'Read a calendar feed',
  description:
    'iCalendar (RFC 5545), for subscription by calendar programs: the published sessions from eight weeks ago on. Sessions keep their identity when they change, and cancelled ones stay as such.',
  permission: ANYBODY,
  params: { secret },
  answers: { 200: { does: 'The calendar.', type: 'text/calendar' } },
  handle:
    ({ kept, today }) =>
    async ({ params }, response) => {
      const calendar = await kept.findCalendar(hashOf(params.secret))
      if (calendar === null) throw notFound('There is no such calendar.', '')
      const { network, kind } = calendar
      const rows = await kept.feedSessions(calendar, addDays(today(), -DAYS_BACK))
      const sessions = rows.map(({ body, ...row }): CalendarSession => ({ ...row, words: JSON.parse(body) }))
      const named = sessions.findLast(({ words }) => (kind === 'person' ? words.name : words.siteName) !== null)?.words
      const text = sessionCalendar(sessions, {
        title: `Rota: ${(kind === 'person' ? named?.name : named?.siteName) ?? calendar.networkName}`,
        withNames: kind === 'site',
        uidOf: (session) => uidOf(session, { network, kind }),
      })
      response.type('text/calendar; charset=utf-8').send(text)
    },
})

/** Hashes ids, which aren't secret but which calendar programs don't need. */
function uidOf(
  { person, date, part }: CalendarSession,
  { network, kind }: { readonly network: string; readonly kind: string },
): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([network, kind, person, date, part]))
    .digest('hex')
  return `${digest.slice(0, 32)}@rota`
}
