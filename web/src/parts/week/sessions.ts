/** The sessions of a week, which are the columns of the board. */
import type { Part, WeekDocument } from '../../api.ts'
import { addDays, plainDay } from '../dates.ts'

export interface Session {
  /** `2026-11-30 am` */
  readonly key: string
  readonly date: string
  readonly part: string
  /** `mon-am`, as in a person's usual week. */
  readonly usual: string
  /** "am", "pm", "eve" */
  readonly short: string
  /** "Monday 30 November, morning" */
  readonly long: string
  /** Clock time: "08:30". */
  readonly starts: string
  readonly ends: string
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** For the seven days from a Monday, in order. */
export function sessionsOf({ parts }: Pick<WeekDocument, 'parts'>, from: string): readonly Session[] {
  return WEEKDAYS.flatMap((weekday, n) =>
    parts
      .filter(({ days }) => days.includes(weekday))
      .map((part): Session => {
        const date = addDays(from, n)
        const { short, long } = nameOf(part)
        // A part that only exists on Saturday has the day in its id: `sat-am` is complete.
        const usual = part.id.startsWith(`${weekday}-`) ? part.id : `${weekday}-${part.id}`
        const { starts, ends } = part
        const words = { short, long: `${plainDay(date)}, ${long}` }
        return { key: `${date} ${part.id}`, date, part: part.id, usual, starts, ends, ...words }
      }),
  )
}

/** From the clock time, because ids are chosen by the network. */
function nameOf({ starts }: Part): { readonly short: string; readonly long: string } {
  if (starts < '12:00') return { short: 'am', long: 'morning' }
  return starts < '17:30' ? { short: 'pm', long: 'afternoon' } : { short: 'eve', long: 'evening' }
}
