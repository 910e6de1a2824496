/** Erases a person from documents and rotas; their sessions stay under another id, so that past rotas still add up. */
import { rewriteStrings } from '../../src/intake/strings-in.ts'
import { addDays, type Day } from '../../src/time.ts'
import { type Fields, fieldsOf, rowsOf } from './fields.ts'
import { isRecord, type KeptKind, type KeptShapes } from './kept-shapes.ts'
import { FORMER, type Meaning, type Sought, withoutPerson } from './mentions.ts'

export interface Erasure extends Sought {
  /** The id that replaces the person's. */
  readonly former: string
  /** Day of the erasure; nobody is planned under the new id from then on. */
  readonly today: Day
}

/** The person's names in a document: none if it does not have them. */
export function namesIn(body: string, person: string): readonly string[] {
  return rowsOf(fieldsOf(JSON.parse(body)).people)
    .filter(({ id, name }) => id === person && typeof name === 'string')
    .map(({ name }) => String(name))
}

/**
 * How this document can refer to the person, given every name they have had. If the document doesn't contain them but has a
 * namesake, the name may mean the namesake, and is left alone.
 */
export function meaningIn(body: string, person: string, names: readonly string[]): Meaning {
  const people = rowsOf(fieldsOf(JSON.parse(body)).people)
  const isCalled = (name: unknown) => names.some((one) => one.toLowerCase() === String(name).toLowerCase())
  const namesakes = people.filter(({ id, name }) => id !== person && isCalled(name))
  if (people.some(({ id }) => id === person)) return { names, namesakes: namesakes.map(({ id }) => String(id)) }
  const taken = new Set(namesakes.map(({ name }) => String(name).toLowerCase()))
  return { names: names.filter((name) => !taken.has(name.toLowerCase())), namesakes: [] }
}

/** The same for a swap's text, whose people are the two swapping. */
export function meaningInSwap(body: string, person: string, names: readonly string[]): Meaning {
  const people = rowsOf(fieldsOf(JSON.parse(body)).sides).map(({ person: id, name }) => ({ id, name }))
  return meaningIn(JSON.stringify({ people }), person, names)
}

/** A swap's text without the name of the person, whose row has been anonymised. */
export function withoutName(body: string, person: string): string {
  const swap = fieldsOf(JSON.parse(body))
  const sides = rowsOf(swap.sides).map((row) => (row.person === person ? { ...row, name: FORMER } : row))
  return JSON.stringify({ ...swap, sides })
}

/** Removes the person's leave, wishes and history from the body and replaces their id and names. */
export function erasedDocument(body: string, erasure: Erasure, shapes: KeptShapes): string {
  const document = fieldsOf(JSON.parse(body))
  if (isRecord(document)) return erasedText(JSON.stringify(erasedRecord(document, erasure)), erasure, shapes.record)
  const people = rowsOf(document.people)
  const without = {
    ...document,
    ...(document.people === undefined ? {} : { people: people.map((row) => bare(row, erasure)) }),
    ...(document.history === undefined
      ? {}
      : { history: rowsOf(document.history).filter((row) => row.person !== erasure.person) }),
  }
  return erasedText(JSON.stringify(without), erasure, shapes.document)
}

function bare(row: Readonly<Record<string, unknown>>, { person }: Erasure) {
  if (row.id !== person) return row
  const { away: _, wishes: __, ...rest } = row
  return { ...rest, name: FORMER }
}

/** Removes their leave and wishes from a record; their post ends the day before, so that past weeks still add up. */
function erasedRecord(record: Fields, { person, today }: Erasure): Fields {
  const others = (rows: unknown) => rowsOf(rows).filter((row) => row.person !== person)
  const { people, leave, wishes } = record
  return {
    ...record,
    ...(people === undefined
      ? {}
      : { people: rowsOf(people).map((row) => (row.id === person ? formerPost(row, addDays(today, -1)) : row)) }),
    ...(leave === undefined ? {} : { leave: others(leave) }),
    ...(wishes === undefined ? {} : { wishes: others(wishes) }),
  }
}

function formerPost({ from, until, ...row }: Fields, yesterday: Day): Fields {
  const last = typeof until === 'string' && until < yesterday ? until : yesterday
  // Drop somebody who hasn't started yet.
  const first = typeof from === 'string' && from <= last ? { from } : from === undefined ? {} : { from: last }
  return { ...row, name: FORMER, ...first, until: last }
}

/** Replaces the person's id and names throughout a report, a rota made by hand, a judgement or a problem. */
export function erasedText(body: string, erasure: Omit<Erasure, 'today'>, shape: KeptShapes[KeptKind]): string {
  const value: unknown = JSON.parse(body)
  return JSON.stringify(rewriteStrings(shape, value, (found) => withoutPerson(found, erasure, erasure.former)))
}
