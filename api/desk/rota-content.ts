/** Derives the weeks and calendar sessions of a rota to be published, based on its document. */
import type { SessionWords } from '../../src/published-session.ts'
import { addDays } from '../../src/time.ts'
import { fieldsOf, rowsOf, weeksIn } from '../people/fields.ts'
import type { RotaContent } from '../store/publications.ts'

/** A stored rota: both are JSON, and data stored by earlier versions of this program may lack fields. */
export interface StoredRota {
  /** The Monday it is stored under. */
  readonly weekFrom: string
  readonly document: string
  readonly rota: string
}

export function rotaContent({ weekFrom, document, rota }: StoredRota): RotaContent {
  const week = fieldsOf(JSON.parse(document))
  const weeks = Array.from({ length: weeksIn(week) }, (_, n) => {
    const first = addDays(weekFrom, 7 * n)
    return { first, last: addDays(first, 6) }
  })
  return { weeks, sessions: sessionsOf(week, fieldsOf(JSON.parse(rota)).assignments) }
}

function sessionsOf({ people, sites, parts, network }: ReturnType<typeof fieldsOf>, assignments: unknown) {
  const named = (rows: unknown) => new Map(rowsOf(rows).map((row) => [row.id, row]))
  const [persons, places, times] = [named(people), named(sites), named(parts)]
  const timezone = textOf(fieldsOf(network).timezone)
  const rows = rowsOf(assignments).map(({ person, date, part, site, work, remote }) => {
    const words: SessionWords = {
      name: textOf(persons.get(person)?.name),
      siteName: textOf(places.get(site)?.name),
      work: textOf(work),
      starts: textOf(times.get(part)?.starts),
      ends: textOf(times.get(part)?.ends),
      timezone,
      remote: remote === true ? true : null,
    }
    return {
      person: String(person),
      date: String(date),
      part: String(part),
      site: String(site),
      body: JSON.stringify(words),
    }
  })
  // Of two sessions at the same time, only the first is shown.
  return [...new Map(rows.toReversed().map((row) => [`${row.person} ${row.date} ${row.part}`, row])).values()]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
