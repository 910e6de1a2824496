/** A simple walk over a document's week: who is free when. Shares no code with the solver. */
import type { PersonDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { addDays, WEEKDAYS } from '../../src/time.ts'

/** One part of one day of the first week. */
export interface Half {
  readonly date: string
  readonly part: string
  readonly slot: string
  readonly minutes: number
  readonly enhancedAccess: boolean
}

/** The first week's sessions, except those in which every site is closed. */
export function halves({ week, parts, closed = [] }: RotaDocument): Half[] {
  return WEEKDAYS.flatMap((weekday, n) => {
    const date = addDays(week.from, n)
    const shut = closed.some((day) => day.date === date && day.sites === undefined && day.parts === undefined)
    return shut
      ? []
      : parts
          .filter((part) => part.days.includes(weekday))
          .map((part) => ({
            date,
            part: part.id,
            slot: part.id.startsWith(`${weekday}-`) ? part.id : `${weekday}-${part.id}`,
            minutes: minutesOf(part.ends) - minutesOf(part.starts),
            enhancedAccess: part.enhancedAccess === true,
          }))
  })
}

/** Whether the person usually works then and isn't away. */
export function isFree({ works, away = [] }: PersonDocument, { date, part, slot }: Half): boolean {
  const usual = works === undefined || works.includes(slot)
  const gone = away.some((row) => row.from <= date && date <= row.to && (row.parts?.includes(part) ?? true))
  return usual && !gone
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
