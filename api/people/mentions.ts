/** Whether a string mentions a person, and what it is without them. Both export and erasure use this. */
import type { FoundString } from '../../src/intake/strings-in.ts'

/** By what a document, or a rota made for it, can mean somebody. */
export interface Meaning {
  /** Every name that they have had; none where the document has only somebody else of that name. */
  readonly names: readonly string[]
  /** Ids of others of the document who have such a name too: sentences tell them apart as "Sam Jones (p2)". */
  readonly namesakes: readonly string[]
}

/** The person searched for. */
export interface Sought extends Meaning {
  readonly person: string
}

/** What replaces a name. */
export const FORMER = 'a former colleague'

export function tellsOf(found: FoundString, sought: Sought): boolean {
  // No id of a person starts with a space.
  return withoutPerson(found, sought, ' ') !== found.text
}

/** The string without the person; `former` is the id that replaces theirs. */
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
      // A row of `people` that is called the same and has another id is somebody else.
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

/** Sentences have ids in two ways alone: behind a name that somebody else has too, and quoted as what a document says. */
function withoutIds(text: string, person: string, former: string): string {
  return text
    .replaceAll(`(${person})`, () => `(${former})`)
    .replaceAll(JSON.stringify(person), () => JSON.stringify(former))
}

/**
 * "GP 1" is not part of "GP 10". A full name is known in any letters and over a line's end; a single word, such as "May", only as it
 * is written.
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
