/** The rota a call is about: the one sent, or else the document's published one. */
import { BadInput } from '../../src/errors.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { fieldsOf } from '../people/fields.ts'
import { within } from './within.ts'

export function readGivenRota(given: unknown, document: unknown, problem: Problem): Promise<Rota> {
  return within('/rota', () => readRota(given ?? publishedIn(document), problem))
}

function publishedIn(document: unknown): unknown {
  const { published } = fieldsOf(document)
  if (Array.isArray(published)) return published
  const detail = 'Send the rota that this is about, or a document that has one as "published".'
  throw new BadInput([{ pointer: '', detail }])
}
