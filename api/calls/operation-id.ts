/** Operation ids in paths; also used by admission, which looks up the operation's network before any handler runs. */
import type { Refusal } from '../problems.ts'
import { givenId, notFound } from './parameters.ts'

export const operationId = givenId('The operation’s id.', noSuchOperation)

export function noSuchOperation(id: string): Refusal {
  return notFound('No operation has this id. Finished operations are deleted after a week.', id)
}

/** Throws for anything that can't be an operation id, without a database query. */
export function idOf(text: string): string {
  const read = operationId.schema.safeParse(text)
  if (!read.success) throw noSuchOperation(text)
  return read.data
}
