/** Feeds as another program reads them (ical.js): times across both changes of the clock, identities, changes, cancellations. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { sessionCalendar } from '../../../src/calendar/session-calendar.ts'
import type { CalendarSession, SessionWords } from '../../../src/published-session.ts'

const WORDS: SessionWords = {
  name: 'Dr Ash',
  siteName: 'Alder Road',
  work: 'clinic',
  starts: '08:30',
  ends: '12:40',
  timezone: null,
  remote: null,
}

function session(
  date: string,
  words: Partial<SessionWords> = {},
  other: Partial<CalendarSession> = {},
): CalendarSession {
  const changedAt = new Date('2026-11-20T09:00:00Z')
  return {
    person: 'p1',
    date,
    part: 'am',
    site: 'A1',
    words: { ...WORDS, ...words },
    sequence: 0,
    isCancelled: false,
    changedAt,
    ...other,
  }
}

const request = {
  title: 'Rota: Dr Ash',
  withNames: false,
  uidOf: ({ date, part }: CalendarSession) => `${date}-${part}@rota`,
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) }
}

const moments = (sessions: readonly CalendarSession[]) =>
  read(sessionCalendar(sessions, request)).events.map(({ startDate, endDate }) => [
    startDate.toJSDate().toISOString(),
    endDate.toJSDate().toISOString(),
  ])

describe('times', () => {
  it('are the clock’s on both sides of the change to summer time and of the change back', () => {
    const days = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-03-28', '2027-10-31']
    expect(moments(days.map((day) => session(day))).map(([start]) => start)).toEqual([
      '2026-03-28T08:30:00.000Z',
      '2026-03-29T07:30:00.000Z',
      '2026-10-24T07:30:00.000Z',
      '2026-10-25T08:30:00.000Z',
      '2027-03-28T07:30:00.000Z',
      '2027-10-31T08:30:00.000Z',
    ])
  })

  it('of a session through the night on which the clocks change are an hour shorter, or longer', () => {
    const night = { starts: '00:30', ends: '03:30' }
    const hours = moments([session('2026-03-29', night), session('2026-10-25', night)]).map(
      ([start = '', end = '']) => (Date.parse(end) - Date.parse(start)) / 3_600_000,
    )
    expect(hours).toEqual([2, 4])
  })

  it('come with the zone that they are in, and of other zones they are in UTC', () => {
    const text = sessionCalendar([session('2026-11-30'), session('2026-12-01', { timezone: 'Europe/Dublin' })], request)
    expect(text).toContain('DTSTART;TZID=Europe/London:20261130T083000')
    expect(text).toContain('DTSTART:20261201T083000Z')
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  })
})

describe('an event', () => {
  it('says what, where and when, and nothing of anybody in a person’s own calendar', () => {
    const { calendar, events } = read(sessionCalendar([session('2026-11-30', { work: 'duty' })], request))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Rota: Dr Ash')
    const [event] = events
    expect([event?.uid, event?.summary, event?.location, event?.sequence]).toEqual([
      '2026-11-30-am@rota',
      'Duty doctor',
      'Alder Road',
      0,
    ])
    const known = [...(event?.component.getAllProperties() ?? [])].map(({ name }) => name).sort()
    expect(known.filter((name) => /attendee|organizer|description/.test(name))).toEqual([])
  })

  it('of a site’s calendar says whose session it is; remote work is at no place', () => {
    const text = sessionCalendar([session('2026-11-30', { remote: true })], { ...request, withNames: true })
    const [event] = read(text).events
    expect([event?.summary, event?.location]).toEqual(['Dr Ash: Clinic (remote)', null])
  })

  it('that has changed has the same identity and a higher number; one that is gone is cancelled', () => {
    const was = session('2026-11-30')
    const moved = session(
      '2026-11-30',
      { siteName: 'Birch Lane' },
      { site: 'B1', sequence: 1, changedAt: new Date('2026-11-21T10:00:00Z') },
    )
    const gone = session('2026-12-01', {}, { sequence: 3, isCancelled: true })
    const seen = (sessions: readonly CalendarSession[]) =>
      read(sessionCalendar(sessions, request)).events.map(({ uid, sequence, component }) => [
        uid,
        sequence,
        component.getFirstPropertyValue('status'),
        String(component.getFirstPropertyValue('dtstamp')),
      ])
    expect(seen([was])).toEqual([['2026-11-30-am@rota', 0, 'CONFIRMED', '2026-11-20T09:00:00Z']])
    expect(seen([moved, gone])).toEqual([
      ['2026-11-30-am@rota', 1, 'CONFIRMED', '2026-11-21T10:00:00Z'],
      ['2026-12-01-am@rota', 3, 'CANCELLED', '2026-11-20T09:00:00Z'],
    ])
  })

  it('with a line break, a comma or a semicolon in its words is one event all the same', () => {
    const text = sessionCalendar([session('2026-11-30', { siteName: 'Alder, Birch; and\nOak\r\nEND:VEVENT' })], request)
    const { events } = read(text)
    expect(events).toHaveLength(1)
    expect(events[0]?.location).toContain('Alder, Birch; and')
    expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true)
  })
})

it('a calendar without sessions is a calendar', () => {
  expect(read(sessionCalendar([], request)).events).toEqual([])
})
