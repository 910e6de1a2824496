/** Finds and removes mentions of a person in strings. Used by export and erasure. */
import type { FoundString } from '../../src/intake/strings-in.ts'

/** How a document, or a rota made for it, can refer to a person. */
export interface Meaning {
  /** Every name they have had; empty if the document's only person of that name is somebody else. */
  readonly names: readonly string[]
  /** Ids of others in the document with the same name: sentences distinguish them as "Sam Jones (p2)". */
  readonly namesakes: readonly string[]
}

/** The person searched for. */
export interface Sought extends Meaning {
  readonly person: string
}

/** What replaces a name. */
export const FORMER = 'a former colleague'

export function tellsOf(found: FoundString, sought: Sought): boolean {
  // A space, since no person's id starts with one.
  return withoutPerson(found, sought, ' ') !== found.text
}

/** The string with the person removed; `former` replaces their id. */
export function withoutPerson({ text, holds }: FoundString, sought: Sought, former: string): string {
  const { person, names } = sought
  switch (holds) {
    case 'word':
      return text
    case 'person':
      return text === person ? former : text
    case 'pointer':
      return text
        .split('/')
        .map((step) => (step === inPointer(person) ? inPointer(former) : step))
        .join('/')
    case 'name':
      // A namesake: a row of `people` with the same name but another id is somebody else.
      return names.includes(text) ? text : withoutNames(text, sought)
    case 'text':
      return withoutIds(withoutNames(text, sought), person, former)
    case 'unknown':
      return text === person ? former : withoutIds(withoutNames(text, sought), person, former)
  }
}

function inPointer(id: string): string {
  return id.replaceAll('~', '~0').replaceAll('/', '~1')
}

function withoutNames(text: string, { names, namesakes }: Meaning): string {
  return names.reduce((rest, name) => rest.replaceAll(patternOf(name, namesakes), () => FORMER), text)
}

/** Sentences contain ids in two forms only: after an ambiguous name, and quoted from a document. */
function withoutIds(text: string, person: string, former: string): string {
  return text
    .replaceAll(`(${person})`, () => `(${former})`)
    .replaceAll(JSON.stringify(person), () => JSON.stringify(former))
}

/**
 * Matches whole names: "GP 1" is not part of "GP 10". Full names match in any case and across line breaks; single words such as
 * "May" match exactly.
 */
function patternOf(name: string, namesakes: readonly string[]): RegExp {
  const words = name.trim().split(/\s+/)
  const others = namesakes.map((id) => ` \\(${literal(id)}\\)`).join('|')
  const theirs = others === '' ? '' : `(?!${others})`
  const pattern = `(?<![\\p{L}\\p{N}])${words.map(literal).join('\\s+')}(?![\\p{L}\\p{N}])${theirs}`
  return new RegExp(pattern, words.length > 1 ? 'giu' : 'gu')
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
