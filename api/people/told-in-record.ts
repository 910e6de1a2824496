/** Personal data about one person in a network's record. */
import type { PersonResponse } from '../contract/weeks.ts'
import { meaningIn } from './erased.ts'
import { fieldsOf, rowsOf } from './fields.ts'
import type { KeptShapes } from './kept-shapes.ts'
import { placesIn, told } from './told-of.ts'

/** Lists of a record that are exported row by row. */
const LISTS = ['leave', 'wishes'] as const

/** Null if the record does not mention the person. */
export function toldInRecord(
  body: string,
  { person, names }: { readonly person: string; readonly names: readonly string[] },
  shapes: KeptShapes,
): Omit<PersonResponse['records'][number], 'recordHash'> | null {
  const record = fieldsOf(JSON.parse(body))
  const entry = rowsOf(record.people).find((row) => row.id === person)
  const [leave, wishes] = LISTS.map((list) => rowsOf(record[list]).filter((row) => row.person === person))
  const sought = { person, ...meaningIn(body, person, names) }
  const elsewhere = placesIn(shapes.record, record, sought).filter(({ at: [list, index] }) => {
    const isTold = LISTS.some((name) => name === list)
    return !isTold && !(list === 'people' && rowsOf(record.people)[Number(index)]?.id === person)
  })
  if (entry === undefined && elsewhere.length === 0) return null
  return {
    ...(entry === undefined ? {} : { entry }),
    leave: leave ?? [],
    wishes: wishes ?? [],
    elsewhere: told(elsewhere),
  }
}
