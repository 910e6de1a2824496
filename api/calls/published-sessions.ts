/** Sessions of a rota as calendars show them, from the document that it was made for. */
import type { SessionWords } from '../../src/published-session.ts'
import { addDays } from '../../src/time.ts'
import { fieldsOf, rowsOf, weeksIn } from '../people/fields.ts'
import type { PublicationReaders } from '../store/publications.ts'

/** What an earlier version of this program stored may lack some of it. */
function sessionsOf(document: string, body: string) {
  const { people, sites, parts, network } = fieldsOf(JSON.parse(document))
  const named = (rows: unknown) => new Map(rowsOf(rows).map((row) => [row.id, row]))
  const [persons, places, times] = [named(people), named(sites), named(parts)]
  const timezone = textOf(fieldsOf(network).timezone)
  const rows = rowsOf(fieldsOf(JSON.parse(body)).assignments).map(({ person, date, part, site, work, remote }) => {
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
  // Two sessions at one time are one entry, the first.
  return [...new Map(rows.toReversed().map((row) => [`${row.person} ${row.date} ${row.part}`, row])).values()]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Mondays of the weeks that a rota of this document covers; what an earlier version stored may not say how many. */
function weeksOf(weekFrom: string, document: string): readonly string[] {
  return Array.from({ length: weeksIn(JSON.parse(document)) }, (_, week) => addDays(weekFrom, 7 * week))
}

export const READERS: PublicationReaders = { weeksOf, sessionsOf, lastDayOf: (monday) => addDays(monday, 6) }
