/** Formats days. A day is `YYYY-MM-DD`, without a time zone. */
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })

const LONG = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const PLAIN = format({ weekday: 'long', day: 'numeric', month: 'long' })
const SHORT = format({ weekday: 'short', day: 'numeric' })

/** "Monday 30 November 2026" */
export const longDay = (day: string) => LONG.format(at(day)).replace(',', '')
/** "Monday 30 November" */
export const plainDay = (day: string) => PLAIN.format(at(day)).replace(',', '')
/** "Mon 30" */
export const shortDay = (day: string) => SHORT.format(at(day)).replace(',', '')

export function addDays(day: string, days: number): string {
  const moved = at(day)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((at(day).getUTCDay() + 6) % 7))
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text).getTime()) && at(text).toISOString().startsWith(text)
  )
}

/** Today, in the browser's time zone. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

/** "Monday 30 November 2026, 7:13pm": for paper, which is read on other days. */
export function momentInFull(iso: string): string {
  const moment = new Date(iso)
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${day.format(moment).replace(',', '')}, ${timeOf(moment)}`
}

/** "10:42", or "30 November, 10:42" on another day. */
export function momentWords(iso: string): string {
  const moment = new Date(iso)
  const time = timeOf(moment)
  const isToday = new Intl.DateTimeFormat('sv-SE').format(moment) === today()
  return isToday ? time : `${plainDay(new Intl.DateTimeFormat('sv-SE').format(moment))}, ${time}`
}

/** "7:13pm". */
function timeOf(moment: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
  return time.format(moment).replace(/\s/g, '')
}
