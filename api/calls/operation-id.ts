/** The id of an operation in a path; also for admission, which finds out whose it is before any call is answered. */
import type { Refusal } from '../problems.ts'
import { givenId, notFound } from './parameters.ts'

export const operationId = givenId('The operation’s id.', noSuchOperation)

export function noSuchOperation(id: string): Refusal {
  return notFound('No operation has this id. Finished operations are deleted after a week.', id)
}

/** Refuses what cannot be the id of an operation, before a database is asked. */
export function idOf(text: string): string {
  const read = operationId.schema.safeParse(text)
  if (!read.success) throw noSuchOperation(text)
  return read.data
}
