/** Personal data about one person in documents and rotas. */
import type { z } from 'zod'
import { stringsIn } from '../../src/intake/strings-in.ts'
import type { PersonResponse } from '../contract/weeks.ts'
import { meaningIn } from './erased.ts'
import { fieldsOf, rowsOf } from './fields.ts'
import type { KeptShapes } from './kept-shapes.ts'
import { type Sought, tellsOf } from './mentions.ts'

type ToldInDocument = PersonResponse['documents'][number]
type ToldInRota = PersonResponse['rotas'][number]
type Elsewhere = ToldInDocument['elsewhere']

/** Lists of a document that are exported row by row. */
const LISTS = ['pins', 'published', 'history', 'before'] as const

/** Null if the document does not mention the person. */
export function toldInDocument(
  body: string,
  { person, names }: { readonly person: string; readonly names: readonly string[] },
  shapes: KeptShapes,
): Omit<ToldInDocument, 'documentHash'> | null {
  const document = fieldsOf(JSON.parse(body))
  const entry = rowsOf(document.people).find((row) => row.id === person)
  const sought = { person, ...meaningIn(body, person, names) }
  const theirs = (rows: unknown) => rowsOf(rows).filter((row) => row.person === person)
  const [pins, published, history, before] = LISTS.map((list) => theirs(document[list]))
  const elsewhere = placesIn(shapes.document, document, sought).filter(({ at: [list, index] }) => {
    const isTold = LISTS.some((name) => name === list)
    return !isTold && !(list === 'people' && rowsOf(document.people)[Number(index)]?.id === person)
  })
  if (entry === undefined && elsewhere.length === 0) return null
  return {
    weekFrom: String(fieldsOf(document.week).from),
    ...(entry === undefined ? {} : { entry }),
    pins: pins ?? [],
    published: published ?? [],
    history: history ?? [],
    before: before ?? [],
    elsewhere: told(elsewhere),
  }
}

export interface StoredRota {
  readonly body: string
  readonly judgement: string | null
}

/**
 * `findings` come from the report, or from the judgement of a rota made by hand. Null if nothing mentions the person.
 */
export function toldInRota(
  { body, judgement }: StoredRota,
  sought: Sought,
  shapes: KeptShapes,
): Omit<ToldInRota, 'weekFrom' | 'version'> | null {
  const { person } = sought
  const rota = fieldsOf(JSON.parse(body))
  const judged = judgement === null ? rota : fieldsOf(JSON.parse(judgement))
  const findings = rowsOf(judged.findings)
  const hasThem = (index: number) => Array.isArray(findings[index]?.people) && findings[index].people.includes(person)
  const places = [
    ...placesIn(judgement === null ? shapes.report : shapes.plan, rota, sought),
    ...(judgement === null ? [] : placesIn(shapes.judgement, judged, sought)),
  ]
  if (places.length === 0) return null
  const elsewhere = places.filter(({ at: [list, index] }) => {
    if (list === 'assignments' || list === 'people') return false
    return !(list === 'findings' && hasThem(Number(index)))
  })
  return {
    assignments: rowsOf(rota.assignments).filter((row) => row.person === person),
    figures: rowsOf(rota.people).filter((row) => row.id === person),
    findings: findings.filter((_, index) => hasThem(index)).map(({ sentence }) => String(sentence)),
    elsewhere: told(elsewhere),
  }
}

/** Null if the swap does not mention the person. */
export function toldInSwap(
  body: string,
  sought: Sought,
  shapes: KeptShapes,
): Pick<PersonResponse['swaps'][number], 'sides' | 'elsewhere'> | null {
  const swap = fieldsOf(JSON.parse(body))
  const sides = rowsOf(swap.sides)
  const places = placesIn(shapes.swap, swap, sought)
  if (places.length === 0) return null
  const isTold = ({ at: [list, index] }: Place) => list === 'sides' && sides[Number(index)]?.person === sought.person
  return {
    sides: sides.filter(({ person }) => person === sought.person),
    elsewhere: told(places.filter((place) => !isTold(place))),
  }
}

/** A place that mentions somebody. */
export interface Place {
  readonly at: readonly (string | number)[]
  /** The row or list around an id; the text around a name. */
  readonly value: unknown
}

/** Every place that mentions the person. */
export function placesIn(shape: z.ZodType, value: unknown, sought: Sought): Place[] {
  return stringsIn(shape, value)
    .filter((found) => tellsOf(found, sought))
    .map(({ at, text, holds, isKey }) => {
      const isText = holds === 'text' || holds === 'name' || (holds === 'unknown' && text !== sought.person)
      const around = isText ? at : at.slice(0, -1)
      return { at: around, value: isKey ? { [text]: valueAt(value, at) } : isText ? text : valueAt(value, around) }
    })
}

function valueAt(value: unknown, at: Place['at']): unknown {
  return at.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined),
    value,
  )
}

/** Each row once, however often it mentions them. */
export function told(places: readonly Place[]): Elsewhere {
  const byPointer = new Map(places.map(({ at, value }) => [at.map((step) => `/${step}`).join(''), value]))
  return [...byPointer].map(([pointer, value]) => ({ pointer, value }))
}
