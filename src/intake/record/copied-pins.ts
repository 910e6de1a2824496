/** Copies a week's pins to another week: the same people on the same weekdays. */
import { addDays, daysBetween, partName, weekdayName, weekdayOf } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import { isAwayOn } from './pattern.ts'

type Pin = NonNullable<RotaDocument['pins']>[number]

/** Pins named in a note; the rest are counted. */
const NAMED = 5

/**
 * The document's own pins come first. A pin is not copied if it couldn't be kept: the person has left or is away, the site or part no
 * longer exists, or the place is closed. The document's note names those, with the reason.
 */
export function withCopiedPins(
  document: RotaDocument,
  from: Pick<RotaDocument, 'week' | 'pins' | 'people'>,
): RotaDocument {
  const own = document.pins ?? []
  const shift = daysBetween(from.week.from, document.week.from)
  const taken = new Set(own.map(momentOf))
  const copied: Pin[] = []
  const lost: string[] = []
  // If the document has several weeks, the first one.
  const given = (from.pins ?? []).filter(({ date }) => daysBetween(from.week.from, date) < 7)
  for (const pin of given.map((one) => ({ ...one, date: addDays(one.date, shift) }))) {
    if (taken.has(momentOf(pin))) continue
    const reason = reasonAgainst(pin, document)
    if (reason === null) {
      taken.add(momentOf(pin))
      copied.push(pin)
    } else {
      const name = [...document.people, ...from.people].find(({ id }) => id === pin.person)?.name ?? pin.person
      lost.push(`${name}, ${weekdayName(weekdayOf(pin.date))} ${partName(pin.part)} (${reason})`)
    }
  }
  const pins = [...own, ...copied]
  const notes = [document.note, lost.length > 0 ? noteOf(lost) : undefined].filter((words) => words !== undefined)
  return {
    ...document,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    ...(pins.length === 0 ? {} : { pins }),
  }
}

function noteOf(lost: readonly string[]): string {
  const more = lost.length > NAMED ? `; and ${lost.length - NAMED} more` : ''
  return `Pins of the copied week that could not be kept: ${lost.slice(0, NAMED).join('; ')}${more}.`
}

function momentOf({ person, date, part }: Pin): string {
  return `${person} ${date} ${part}`
}

/** Why it couldn't be kept; null if it can. */
function reasonAgainst(pin: Pin, { people, sites, parts, closed = [] }: RotaDocument): string | null {
  const person = people.find(({ id }) => id === pin.person)
  if (person === undefined) return 'not in post'
  if (!hasPart(pin, parts)) return 'no such session any more'
  if (pin.work === 'off') return null
  const site = sites.find(({ id }) => id === (pin.site ?? person.home))
  if (site === undefined) return 'that practice is no longer in the network'
  const isClosed = closed.some(
    (one) => one.date === pin.date && (one.sites?.includes(site.id) ?? true) && (one.parts?.includes(pin.part) ?? true),
  )
  if (isClosed) return `${site.name} is closed`
  return isAwayOn(person.away ?? [], pin) ? 'away' : null
}

function hasPart({ date, part }: Pin, parts: RotaDocument['parts']): boolean {
  return parts.some(({ id, days }) => id === part && days.includes(weekdayOf(date)))
}
