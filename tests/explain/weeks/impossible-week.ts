/** How weeks that cannot be are written down, and undone part by part. */
import type { PersonDocument, RotaDocument } from '../../../src/intake/rota-document.ts'

export interface ImpossibleWeek {
  readonly name: string
  readonly document: RotaDocument
  /** The clash, whole: nothing more and nothing less. */
  readonly sentences: readonly string[]
  readonly rules: readonly string[]
  /** The same week without one part of the clash, for each part that a document can be without. */
  readonly undone: readonly RotaDocument[]
}

export type Pin = NonNullable<RotaDocument['pins']>[number]
export const [MON, TUE, WED, THU, FRI] = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
export const NO_EXCEPTION = '(The network allows no exception to this.)'

export function pin(person: string, date: string, part: string, site: string, work = 'clinic'): Pin {
  return { person, date, part, site, work }
}

/** The document with some people changed. */
export function withPeople(
  document: RotaDocument,
  changes: Readonly<Record<string, Partial<PersonDocument>>>,
): RotaDocument {
  return { ...document, people: document.people.map((person) => ({ ...person, ...changes[person.id] })) }
}

export function withoutPin(document: RotaDocument, nth: number): RotaDocument {
  return { ...document, pins: (document.pins ?? []).filter((_, n) => n !== nth) }
}
