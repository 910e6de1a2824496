/** The VTIMEZONE of England (RFC 5545, 3.6.5): clocks change on the last Sundays of March and October. */

/** The only zone with a VTIMEZONE. Sessions in other zones are written in UTC. */
export const DESCRIBED_ZONE = 'Europe/London'

/** Rules in force since 1996 (Council Directive 94/21/EC, then 2000/84/EC, kept in UK law by the Summer Time Order 2002). */
export const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
