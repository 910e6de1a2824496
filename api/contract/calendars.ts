/** Schemas of calendar feeds. */
import { z } from 'zod'
import { named } from './named.ts'

export const calendarRequest = z
  .strictObject({
    person: z.string().min(1).max(64).exactOptional().describe('Whose sessions.'),
    site: z.string().min(1).max(64).exactOptional().describe('The site whose sessions, of everybody there.'),
  })
  .refine(
    ({ person, site }) => (person === undefined) !== (site === undefined),
    'must have either a "person" or a "site".',
  )

export const ownCalendarRequest = z.strictObject({
  network: z.string().max(64).exactOptional().describe('Needed by people who work in several networks.'),
})

const fields = {
  id: z.uuid(),
  person: z.string().exactOptional(),
  site: z.string().exactOptional(),
  madeBy: z.string().describe('Who, as in the audit log: an id, never a name.'),
  madeAt: z.iso.datetime(),
}

export const calendarResponse = named('Calendar', z.strictObject(fields))
export const calendarsResponse = z.strictObject({ calendars: z.array(calendarResponse) })
export const ownCalendarsResponse = z.strictObject({
  calendars: z.array(z.strictObject({ network: z.string(), ...fields })),
})

const path = z
  .string()
  .meta({ format: 'uri-reference' })
  .describe('The feed’s address under this service, shown only once. Whoever has it needs nothing else.')

export const newCalendarResponse = z.strictObject({ ...fields, path })
export const newOwnCalendarResponse = z.strictObject({ network: z.string(), ...fields, path })
