/** Calendar feeds that people make for themselves. */
import { SIGNED_IN } from '../access/permissions.ts'
import { identityOf } from '../access/visit.ts'
import { newOwnCalendarResponse, ownCalendarRequest, ownCalendarsResponse } from '../contract/calendars.ts'
import { calendarId, calendarOf, madeCalendar, noSuchCalendar } from './calendars.ts'
import { call } from './call.ts'
import { oneOf, ownOf } from './own-weeks.ts'

export const listOwnCalendars = call({
  method: 'get',
  path: '/v1/me/calendars',
  name: 'listOwnCalendars',
  tag: 'Calendars',
  summary: 'List the calendar feeds of your own sessions',
  permission: SIGNED_IN,
  answers: { 200: { does: 'The feeds, without their addresses.', schema: ownCalendarsResponse } },
  handle:
    ({ kept }) =>
    async (_, response) => {
      const calendars = []
      for (const { network, person } of await ownOf(response, kept))
        for (const row of await kept.listCalendars(network, person)) calendars.push({ network, ...calendarOf(row) })
      response.json({ calendars })
    },
})

export const addOwnCalendar = call({
  method: 'post',
  path: '/v1/me/calendars',
  name: 'addOwnCalendar',
  tag: 'Calendars',
  summary: 'Make a calendar feed of your own sessions',
  permission: { ...SIGNED_IN, only: 'person' },
  body: { kind: 'small', schema: ownCalendarRequest, example: {} },
  answers: { 201: { does: 'The feed, with its address.', schema: newOwnCalendarResponse } },
  problems: ['not-found', 'too-many'],
  handle:
    ({ kept }) =>
    async ({ body }, response) => {
      const { network, person } = oneOf(await ownOf(response, kept), body.network)
      const tenant = { network, actor: identityOf(response).actor }
      response.status(201).json({ network, ...(await madeCalendar({ kind: 'person', subject: person }, tenant, kept)) })
    },
})

export const removeOwnCalendar = call({
  method: 'delete',
  path: '/v1/me/calendars/{id}',
  name: 'removeOwnCalendar',
  tag: 'Calendars',
  summary: 'Revoke a calendar feed of your own sessions',
  permission: { ...SIGNED_IN, only: 'person' },
  params: { id: calendarId },
  answers: { 204: { does: 'The feed is revoked.' } },
  handle:
    ({ kept }) =>
    async ({ params: { id } }, response) => {
      const { actor } = identityOf(response)
      for (const { network, person } of await ownOf(response, kept)) {
        if (!(await kept.removeCalendar({ network, actor }, { id, person }))) continue
        response.status(204).end()
        return
      }
      throw noSuchCalendar(id)
    },
})
