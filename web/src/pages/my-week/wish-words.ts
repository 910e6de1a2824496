/** Wishes, as options and as text. */
import type { paths } from '../../../../client/openapi.ts'
import { isDay, plainDay } from '../../parts/dates.ts'
import type { Option } from '../../parts/fields.tsx'
import { partOfDay } from '../../parts/session-words.ts'
import type { PublishedWeek } from '../../parts/week/published-week.ts'

export type Wish = paths['/v1/me/wishes']['put']['requestBody']['content']['application/json']['wishes'][number]
type Parts = PublishedWeek['parts']

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** Half-days of every week, followed by those of a single day to be chosen. */
export function wishParts(parts: Parts): readonly Option[] {
  const weekly = Object.entries(DAYS).flatMap(([day, name]) =>
    parts
      .filter(({ days }) => days.includes(day))
      .map(({ id, starts }) => ({ value: usualOf(day, id), name: `Every ${name} ${partOfDay(starts)}` })),
  )
  const once = parts.map(({ id, starts, days }) => ({
    value: `once ${id}`,
    name: `One ${days.length === 1 ? `${DAYS[days[0] ?? ''] ?? ''} ` : ''}${partOfDay(starts)}`,
  }))
  return [...weekly, ...once]
}

/** A part that only exists on Saturday has the day in its id: `sat-am` is complete. */
function usualOf(day: string, part: string): string {
  return part.startsWith(`${day}-`) ? part : `${day}-${part}`
}

/** Null until complete. */
export function wishOf({ want, when, date }: { want: string; when: string; date: string }): Wish | null {
  const wanted = want === 'on' ? 'on' : 'off'
  if (when === '') return null
  if (!when.startsWith('once ')) return { part: when, want: wanted }
  return isDay(date) ? { part: when.slice('once '.length), date, want: wanted } : null
}

/** "Off every Friday afternoon", "Working on Monday 7 December, morning" */
export function wishWords({ part, date, want }: Wish, parts: Parts): string {
  const wanted = want === 'off' ? 'Off' : 'Working'
  const startsOf = (id: string) => parts.find((one) => one.id === id)?.starts
  if (date != null) {
    const starts = startsOf(part)
    return `${wanted} on ${plainDay(date)}${starts === undefined ? `, ${part}` : `, ${partOfDay(starts)}`}`
  }
  const [day = '', ...rest] = part.split('-')
  const starts = startsOf(part) ?? startsOf(rest.join('-'))
  return `${wanted} every ${DAYS[day] ?? day} ${starts === undefined ? rest.join('-') : partOfDay(starts)}`
}
