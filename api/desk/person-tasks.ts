/**
 * Exports and erases a person in stored documents and rotas. These can be as large as all of a network's weeks, so they are never
 * parsed on the main thread.
 */
import type { RuleEntry } from '../../src/policy.ts'
import type { Day } from '../../src/time.ts'
import { meaningIn, meaningInSwap, namesIn } from '../people/erased.ts'
import { isRecord, type KeptShapes, keptShapes } from '../people/kept-shapes.ts'
import { toldInQuestion } from '../people/told-in-question.ts'
import { toldInRecord } from '../people/told-in-record.ts'
import { toldInDocument, toldInRota, toldInSwap } from '../people/told-of.ts'
import { writersFor } from '../people/writers.ts'
import type { WithoutPerson } from '../store/erasure.ts'
import type { StoredQuestion, StoredRota } from '../store/people.ts'

/** A person, with every name they have had. */
interface Called {
  readonly person: string
  readonly names: readonly string[]
}

/** Stored JSON. */
interface Text {
  readonly body: string
}

export function personTasks(ruleBook: readonly RuleEntry[]) {
  let made: KeptShapes | undefined
  const shapes = () => {
    made ??= keptShapes(ruleBook)
    return made
  }
  return { ...readingTasks(shapes), ...writingTasks(shapes) }
}

function readingTasks(shapes: () => KeptShapes) {
  return {
    namesOfPerson: ({ body, person }: Text & Pick<Called, 'person'>) => namesIn(body, person),

    /** Handles records too, which are stored with the documents. */
    toldInDocument: ({ body, ...called }: Text & Called) => {
      const isOfRecord = isRecord(JSON.parse(body))
      const told = {
        document: isOfRecord ? null : toldInDocument(body, called, shapes()),
        record: isOfRecord ? toldInRecord(body, called, shapes()) : null,
      }
      return told.document === null && told.record === null ? null : told
    },

    toldInRota: ({
      rota,
      document,
      person,
      names,
    }: Called & { readonly rota: StoredRota; readonly document: string }) =>
      toldInRota(rota, { person, ...meaningIn(document, person, names) }, shapes()),

    toldInSwap: ({ body, person, names }: Text & Called) =>
      toldInSwap(body, { person, ...meaningInSwap(body, person, names) }, shapes()),

    toldInQuestion: ({ question, ...called }: Called & { readonly question: StoredQuestion }) =>
      toldInQuestion(question, called),
  }
}

/** Who is erased, and on which day. */
interface Erasing {
  readonly person: string
  readonly today: Day
}

function writingTasks(shapes: () => KeptShapes) {
  const of = ({ person, today }: Erasing) => writersFor(person, shapes(), today)
  return {
    meaningOfPerson: ({ body, person, names }: Text & Called) => meaningIn(body, person, names),

    documentWithout: ({ body, without, ...erasing }: Erasing & Text & { readonly without: WithoutPerson }) =>
      of(erasing).document(body, without),

    rotaWithout: ({
      rota,
      without,
      ...erasing
    }: Erasing & { readonly rota: StoredRota; readonly without: WithoutPerson }) => of(erasing).rota(rota, without),

    problemWithout: ({ body, without, ...erasing }: Erasing & Text & { readonly without: WithoutPerson }) =>
      of(erasing).problem(body, without),

    swapWithout: ({
      body,
      without,
      ...erasing
    }: Erasing & Text & { readonly without: Pick<WithoutPerson, 'former' | 'names'> }) =>
      of(erasing).swap(body, without),
  }
}
