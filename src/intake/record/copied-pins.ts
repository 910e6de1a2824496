/** Copies a week's pins to another week: the same people on the same weekdays. */
import { addDays, daysBetween, weekdayOf } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import { isAwayOn } from './pattern.ts'

type Pin = NonNullable<RotaDocument['pins']>[number]

/**
 * The document's own pins come first. A pin is not copied if it couldn't be kept: the person has left or is away, the site or part no
 * longer exists, or the place is closed. The document's note says how many were copied.
 */
export function withCopiedPins(document: RotaDocument, from: Pick<RotaDocument, 'week' | 'pins'>): RotaDocument {
  const own = document.pins ?? []
  const shift = daysBetween(from.week.from, document.week.from)
  const taken = new Set(own.map(momentOf))
  const copied: Pin[] = []
  // If the document has several weeks, the first one.
  const given = (from.pins ?? []).filter(({ date }) => daysBetween(from.week.from, date) < 7)
  for (const pin of given.map((one) => ({ ...one, date: addDays(one.date, shift) }))) {
    if (taken.has(momentOf(pin)) || !isPossible(pin, document)) continue
    taken.add(momentOf(pin))
    copied.push(pin)
  }
  const pins = [...own, ...copied]
  const lost = given.filter((pin) => !taken.has(momentOf({ ...pin, date: addDays(pin.date, shift) }))).length
  const notes = [document.note, lost > 0 ? noteOf(lost) : undefined].filter((words) => words !== undefined)
  return {
    ...document,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    ...(pins.length === 0 ? {} : { pins }),
  }
}

function noteOf(lost: number): string {
  return lost === 1
    ? 'One pin of the copied week could not be kept: leave, a closure, or somebody who has left.'
    : `${lost} pins of the copied week could not be kept: leave, closures, or people who have left.`
}

function momentOf({ person, date, part }: Pin): string {
  return `${person} ${date} ${part}`
}

function isPossible(pin: Pin, { people, sites, parts, closed = [] }: RotaDocument): boolean {
  const person = people.find(({ id }) => id === pin.person)
  if (person === undefined || !hasPart(pin, parts)) return false
  if (pin.work === 'off') return true
  const site = pin.site ?? person.home
  if (!sites.some(({ id }) => id === site)) return false
  const isClosed = closed.some(
    (one) => one.date === pin.date && (one.sites?.includes(site) ?? true) && (one.parts?.includes(pin.part) ?? true),
  )
  return !isClosed && !isAwayOn(person.away ?? [], pin)
}

function hasPart({ date, part }: Pin, parts: RotaDocument['parts']): boolean {
  return parts.some(({ id, days }) => id === part && days.includes(weekdayOf(date)))
}
