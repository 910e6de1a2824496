/** Options for a swap: future published sessions, and colleagues, sorted by same role first. */
import { plainDay } from '../dates.ts'
import { clock, workOf } from '../session-words.ts'
import type { PublishedWeek } from '../week/published-week.ts'

export interface Giving {
  readonly key: string
  readonly weekFrom: string
  readonly date: string
  readonly part: string
  /** "Monday 30 November, 8:30am: duty, Alder Road" */
  readonly words: string
}

/** In order of time. */
export function givingsOf(published: readonly PublishedWeek[], person: string): readonly Giving[] {
  const now = localNow()
  return published
    .flatMap((week) =>
      week.assignments
        .filter((one) => one.person === person)
        .map(({ date, part, site, work, remote }) => {
          const starts = week.parts.find(({ id }) => id === part)?.starts ?? ''
          const place = week.sites.find(({ id }) => id === site)?.name ?? ''
          const words = `${plainDay(date)}, ${clock(starts)}: ${workOf({ work, remote }).toLowerCase()}, ${place}`
          return { key: `${date} ${part}`, weekFrom: week.weekFrom, date, part, words, begins: `${date}T${starts}` }
        }),
    )
    .filter(({ begins }) => begins > now)
    .sort((a, b) => a.begins.localeCompare(b.begins))
}

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly words: string
}

export function colleaguesOf({ people }: PublishedWeek, me: string): readonly Colleague[] {
  const role = people.find(({ id }) => id === me)?.role
  const others = people.filter(({ id }) => id !== me)
  const [same, rest] = [others.filter((one) => one.role === role), others.filter((one) => one.role !== role)]
  return [
    ...same.map(({ id, name }) => ({ id, name, words: name })),
    ...rest.map(({ id, name }) => ({ id, name, words: `${name} (another role)` })),
  ]
}

/** Local time in this browser: "2026-11-30T08:30". */
function localNow(): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date()).replace(' ', 'T')
}
