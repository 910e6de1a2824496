/** Consumes a question word by word. */
import { type Fit, type Named, spellingsOf, TITLES, wordsOf } from './name-words.ts'

/** Words that can be ignored in a question. */
const FILLERS: ReadonlySet<string> = new Set([
  'why',
  'what',
  'if',
  'is',
  'isnt',
  'not',
  'was',
  'were',
  'be',
  'to',
  'on',
  'a',
  'the',
  'kept',
  'holding',
  'doing',
  'working',
])

/** Best first. */
const FITS: readonly Fit[] = ['whole', 'untitled', 'part']

interface Word {
  /** Normalised for comparison. */
  readonly word: string
  /** As typed, with its position. Several words may come from one typed word. */
  readonly typed: string
  readonly place: number
}

/** A candidate whose name comes next. */
interface Match<T> {
  readonly thing: T
  readonly fit: Fit
  /** Number of filler words skipped before it. */
  readonly start: number
  /** Number of words consumed, including skipped ones. */
  readonly end: number
}

export class QuestionWords {
  #left: readonly Word[]

  constructor(text: string) {
    const typed = text.split(/\s+/).map((one) => one.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, ''))
    this.#left = typed.flatMap((one, place) => wordsOf(one).map((word) => ({ word, typed: one, place })))
  }

  isEmpty(): boolean {
    this.#skipFillers()
    return this.#left.length === 0
  }

  /** The next words as typed, for quoting. */
  next(count: number): string {
    this.#skipFillers()
    return asTyped(this.#left.slice(0, count))
  }

  /** All remaining text, as typed. */
  rest(): string {
    return asTyped(this.#left)
  }

  /**
   * Consumes the next name and returns the things it may refer to: the longest match or, if several are equally long, the best fit. Part
   * of a name only counts if `then` accepts the following word. An id after a shared name disambiguates it.
   */
  name<T extends Named>(things: readonly T[], then: (word: string) => boolean): readonly T[] {
    const matches = things.flatMap((thing) => this.#matchesOf(thing, then))
    const end = Math.max(0, ...matches.map((match) => match.end))
    const longest = matches.filter((match) => match.end === end)
    const fit = FITS.find((one) => longest.some((match) => match.fit === one))
    const best = longest.filter((match) => match.fit === fit)
    // An exact "Dr A Kaur" takes precedence over "A. Kaur"; if both match only in part, the name is ambiguous.
    const start = Math.min(...best.map((match) => match.start))
    const fewest = best.filter((match) => fit === 'part' || match.start === start)
    const found = [...new Set(fewest.map(({ thing }) => thing))]
    this.#left = this.#left.slice(end)
    const named = found.find(({ id }) => this.#startsWith(wordsOf(id), 0))
    if (named === undefined) return found
    this.#left = this.#left.slice(wordsOf(named.id).length)
    return [named]
  }

  take<T>(known: (word: string) => T | undefined): T | undefined {
    this.#skipFillers()
    const found = known(this.#left[0]?.word ?? '')
    if (found !== undefined) this.#left = this.#left.slice(1)
    return found
  }

  skip(words: readonly string[]): void {
    this.#skipFillers()
    if (words.includes(this.#left[0]?.word ?? '')) this.#left = this.#left.slice(1)
  }

  #matchesOf<T extends Named>(thing: T, then: (word: string) => boolean): Match<T>[] {
    return this.#starts().flatMap((start) =>
      spellingsOf(thing)
        .filter(({ words }) => this.#startsWith(words, start))
        .map(({ words, fit }) => ({ thing, fit, start, end: start + words.length }))
        .filter(({ fit, end }) => fit !== 'part' || then(this.#wordFrom(end))),
    )
  }

  /** Positions where a name may start: here, or after filler words. */
  #starts(): number[] {
    const first = this.#left.findIndex(({ word }) => !FILLERS.has(word) && !TITLES.has(word))
    return Array.from({ length: (first < 0 ? this.#left.length : first) + 1 }, (_, n) => n)
  }

  #startsWith(words: readonly string[], start: number): boolean {
    return words.every((word, n) => this.#left[start + n]?.word === word)
  }

  #wordFrom(place: number): string {
    return this.#left.slice(place).find(({ word }) => !FILLERS.has(word))?.word ?? ''
  }

  #skipFillers(): void {
    const first = this.#left.findIndex(({ word }) => !FILLERS.has(word))
    this.#left = first < 0 ? [] : this.#left.slice(first)
  }
}

function asTyped(words: readonly Word[]): string {
  return words
    .filter(({ place }, n) => words[n - 1]?.place !== place)
    .map(({ typed }) => typed)
    .join(' ')
}
