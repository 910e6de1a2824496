/** What an import answers: what was understood, what wasn't, and the result where nothing is left open. */
import type { Day } from '../../time.ts'
import type { Address } from '../cells/sheet.ts'
import type { Leave, NetworkRecord, RecordDemand, RecordPerson } from '../record-document.ts'
import type { AssignmentDocument } from '../rota-document.ts'
import type { PublishedFigures } from './publications/published-figures.ts'

/** What a file may be imported as. */
export const IMPORT_KINDS = ['team', 'leave', 'demand', 'rota'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What would change how something is read: a word of the mapping, or an option of the whole import. */
export interface Correction {
  readonly by: CorrectionKind
  /** The word to which the mapping gives a meaning, in lower case; an option has none. */
  readonly word?: string
  /** What was taken, if anything: an id, a kind of work, or a year. */
  readonly meaning?: string
}

export const CORRECTION_KINDS = ['roles', 'words', 'people', 'needs', 'sites', 'year', 'role', 'site'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Something that wasn't understood: nothing is imported until it is corrected, in the file or by a mapping. */
export interface ImportProblem {
  readonly sheet?: string
  /** As spreadsheets count, from 1; null if it concerns the whole file. */
  readonly row: number | null
  /** By its letters; null if it concerns a whole row. */
  readonly column: string | null
  readonly seen: string
  readonly detail: string
  readonly maybe?: string
  readonly correct?: Correction
}

/** A choice that the reader made and somebody may correct by a mapping. */
export interface ImportGuess {
  readonly sheet?: string
  readonly row: number | null
  readonly column: string | null
  readonly seen: string
  /** In words: "read as practice nurse". */
  readonly taken: string
  readonly correct?: Correction
}

/** Something that was recognised and deliberately not imported: totals, notes, colours, reasons for leave. */
export interface NotImported {
  readonly sheet?: string
  readonly row: number | null
  readonly column: string | null
  readonly seen: string
  readonly why: string
  readonly correct?: Correction
}

export interface Understood {
  readonly as: ImportKind
  /** What the file is: "Excel workbook". */
  readonly file: string
  /** How it was read, in a sentence. */
  readonly sentence: string
  readonly counts: Readonly<Record<string, number>>
  readonly guesses: readonly ImportGuess[]
  readonly notImported: readonly NotImported[]
}

export interface CountOfDay {
  readonly date: string
  readonly site: string | null
  readonly need: string | null
  /** What the file calls it. */
  readonly type: string
  readonly contacts: number
}

export interface ImportResult {
  readonly people?: readonly RecordPerson[]
  /** Of people in a rolling pattern. */
  readonly cycle?: NonNullable<NetworkRecord['cycle']>
  readonly leave?: readonly Leave[]
  readonly demand?: RecordDemand
  /** Contacts by day, as counted: what `rota forecast` reads. */
  readonly series?: readonly CountOfDay[]
  readonly sites?: readonly { readonly id: string; readonly patients: number; readonly adjustedPatients?: number }[]
  readonly figures?: PublishedFigures
  readonly assignments?: readonly AssignmentDocument[]
}

export interface ImportAnswer {
  /** Null if the file as a whole was not recognised. */
  readonly understood: Understood | null
  readonly problems: readonly ImportProblem[]
  /** Only if there are no problems. */
  readonly result?: ImportResult
}

/** Corrections that a network's users made once and that are applied from then on; all words in lower case. */
export interface ImportMapping {
  /** Role titles, to role ids. */
  readonly roles?: Readonly<Record<string, string>>
  /** Words in cells of grids, to `off`, `leave`, a kind of work, or a site's id. */
  readonly words?: Readonly<Record<string, string>>
  /** Names in files, to ids of people; `-` for somebody who is not to be imported. */
  readonly people?: Readonly<Record<string, string>>
  /** Types of appointment, to ids of needs; `-` for those that are not demand. */
  readonly needs?: Readonly<Record<string, string>>
  /** Names of sites, to ids. */
  readonly sites?: Readonly<Record<string, string>>
}

export interface ImportContext {
  readonly today: string
  /** Of the network that it is for; none while there is no record. */
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly home?: string
  }[]
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly { readonly id: string; readonly title: string }[]
  readonly needs: readonly { readonly id: string; readonly title: string; readonly gpadCategory?: string }[]
  readonly mapping: ImportMapping
  /** Of the network's record. */
  readonly cycle?: NonNullable<NetworkRecord['cycle']>
  /** Of dates without one. */
  readonly year?: number
  /** Of people for whom the file names none. */
  readonly role?: string
  readonly site?: string
  /** The only week of which a rota is wanted. */
  readonly week?: ImportWeek
}

export interface ImportWeek {
  readonly from: Day
  readonly until: Day
  /** Parts of the day that its halves are; null if there is none. */
  readonly am: string | null
  readonly pm: string | null
}

/** Where something stands, and what would correct how it is read. */
export interface Place extends Partial<Address> {
  readonly sheet?: string | null
  readonly correct?: Correction
}

/** Rows listed at most, so that an answer can be read. */
const MOST = 200
const LONGEST = 80

/** Collects what a reader has to say, in order. */
export class Account {
  readonly #problems: ImportProblem[] = []
  readonly #guesses: ImportGuess[] = []
  readonly #notImported: NotImported[] = []
  #unlisted = 0

  problem(at: Place, seen: string, detail: string, maybe?: string): void {
    if (this.#problems.length >= MOST) this.#unlisted += 1
    else this.#problems.push({ ...placed(at, seen), detail, ...(maybe === undefined ? {} : { maybe }) })
  }

  guess(at: Place, seen: string, taken: string): void {
    if (this.#guesses.length < MOST) this.#guesses.push({ ...placed(at, seen), taken })
  }

  leaveOut(at: Place, seen: string, why: string): void {
    if (this.#notImported.length < MOST) this.#notImported.push({ ...placed(at, seen), why })
  }

  get hasProblems(): boolean {
    return this.#problems.length > 0
  }

  /** With the result only if nothing is left open. */
  answer(understood: Omit<Understood, 'guesses' | 'notImported'>, result: ImportResult): ImportAnswer {
    const more = this.#unlisted === 0 ? [] : [unlisted(this.#unlisted)]
    const all = { ...understood, guesses: this.#guesses, notImported: this.#notImported }
    return {
      understood: all,
      problems: [...this.#problems, ...more],
      ...(this.hasProblems ? {} : { result }),
    }
  }
}

function placed({ sheet, row, column, correct }: Place, seen: string) {
  return {
    ...(sheet === undefined || sheet === null ? {} : { sheet }),
    row: row ?? null,
    column: column ?? null,
    seen: seen.length > LONGEST ? `${seen.slice(0, LONGEST - 1)}…` : seen,
    ...(correct === undefined ? {} : { correct }),
  }
}

function unlisted(count: number): ImportProblem {
  return { row: null, column: null, seen: '', detail: `And ${count.toLocaleString('en-GB')} more of these kinds.` }
}
