/** Documents and rotas without one person: their sessions stay under another id, so that past rotas still add up. */
import { fieldsOf, rowsOf } from './fields.ts'

/** What is said in the place of a name. */
export const FORMER = 'a former colleague'

export interface Erasure {
  readonly person: string
  /** The id that stands in the place of the person's. */
  readonly former: string
}

/** The body without the person, and the name that they had in it; null where it does not know them. */
export function erasedDocument(body: string, { person, former }: Erasure): { body: string; name: string } | null {
  const document = fieldsOf(JSON.parse(body))
  const people = rowsOf(document.people)
  const entry = people.find((row) => row.id === person)
  if (entry === undefined) return null
  const name = String(entry.name)
  const renamed = (rows: unknown) =>
    rowsOf(rows).map((row) => (row.person === person ? { ...row, person: former } : row))
  const { away: _, wishes: __, ...rest } = entry
  const without = {
    ...document,
    people: people.map((row) => (row === entry ? { ...rest, id: former, name: FORMER } : row)),
    ...(document.note === undefined ? {} : { note: withoutName(String(document.note), name) }),
    ...(document.pins === undefined ? {} : { pins: renamed(document.pins) }),
    ...(Array.isArray(document.published) ? { published: renamed(document.published) } : {}),
    ...(document.before === undefined ? {} : { before: renamed(document.before) }),
    ...(document.history === undefined
      ? {}
      : { history: rowsOf(document.history).filter((row) => row.person !== person) }),
  }
  return { body: JSON.stringify(without), name }
}

/** A report, a judgement, a plan by hand, or a problem: the person's id and name, wherever they stand. */
export function erasedText(body: string, { person, former }: Erasure, name: string): string {
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      if (IDS.has(field)) return value === person ? former : value
      return SENTENCES.has(field) ? withoutId(withoutName(value, name), { person, former }) : value
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, field))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, key)]))
  }
  const root: unknown = JSON.parse(body)
  return JSON.stringify(walk(root, ''))
}

/** Fields that hold ids of people. Rows of a report's `people` have theirs in `id`, as nothing else in it has. */
const IDS = new Set(['person', 'people', 'id', 'supervisor'])
/** Fields that hold sentences, in which people are named. */
const SENTENCES = new Set(['sentence', 'sentences', 'cause', 'why', 'note', 'detail', 'seen', 'maybe'])

/** Sentences name ids in two ways alone: behind a name that somebody else has too, and quoted in remarks on a document. */
function withoutId(text: string, { person, former }: Erasure): string {
  return text
    .replaceAll(`(${person})`, () => `(${former})`)
    .replaceAll(JSON.stringify(person), () => JSON.stringify(former))
}

/** "GP 1" is not part of "GP 10". */
function withoutName(text: string, name: string): string {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), () => FORMER)
}
