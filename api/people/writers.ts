/** Functions that rewrite each kind of stored data without a person. */
import { hashDocument } from '../../src/intake/document-hash.ts'
import type { Day } from '../../src/time.ts'
import type { Meaning, WithoutPerson } from '../store/erasure.ts'
import type { StoredRota } from '../store/people.ts'
import { erasedDocument, erasedText, meaningIn, meaningInSwap, namesIn, withoutName } from './erased.ts'
import type { KeptShapes } from './kept-shapes.ts'

/** Synchronous `Writers`. */
export interface PlainWriters {
  readonly names: (body: string) => readonly string[]
  readonly meant: (body: string, names: readonly string[]) => Meaning
  readonly document: (body: string, without: WithoutPerson) => { readonly body: string; readonly hash: string }
  readonly rota: (rota: StoredRota, without: WithoutPerson) => Pick<StoredRota, 'body' | 'judgement'>
  readonly problem: (body: string, without: WithoutPerson) => string
  readonly swap: (body: string, without: Pick<WithoutPerson, 'former' | 'names'>) => string
}

export function writersFor(person: string, shapes: KeptShapes, today: Day): PlainWriters {
  return {
    names: (body) => namesIn(body, person),
    meant: (body, names) => meaningIn(body, person, names),
    document: (body, without) => {
      const erased = erasedDocument(body, { person, today, ...without }, shapes)
      return { body: erased, hash: hashDocument(JSON.parse(erased)) }
    },
    rota: ({ body, judgement }, without) => ({
      body: erasedText(body, { person, ...without }, judgement === null ? shapes.report : shapes.plan),
      judgement: judgement === null ? null : erasedText(judgement, { person, ...without }, shapes.judgement),
    }),
    problem: (body, without) => erasedText(body, { person, ...without }, shapes.problem),
    swap: (body, { former, names }) =>
      erasedText(withoutName(body, person), { person, former, ...meaningInSwap(body, person, names) }, shapes.swap),
  }
}
