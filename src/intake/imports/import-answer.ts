/** The result of an import: what was understood, what wasn't, and the imported data if nothing is unresolved. */
import type { Day } from '../../time.ts'
import type { Address } from '../cells/sheet.ts'
import type { Leave, NetworkRecord, RecordDemand, RecordPerson } from '../record-document.ts'
import type { AssignmentDocument } from '../rota-document.ts'
import type { PublishedFigures } from './publications/published-figures.ts'

/** What a file can be imported as. */
export const IMPORT_KINDS = ['team', 'leave', 'demand', 'rota'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** A way to change how something is read: a word in the mapping, or an option of the whole import. */
export interface Correction {
  readonly by: CorrectionKind
  /** The word that the mapping should define, in lower case; absent for options. */
  readonly word?: string
  /** The meaning assumed, if any: an id, a kind of work, or a year. */
  readonly meaning?: string
}

export const CORRECTION_KINDS = ['roles', 'words', 'people', 'needs', 'sites', 'year', 'role', 'site'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Something that wasn't understood. Nothing is imported until it is corrected in the file or by a mapping. */
export interface ImportProblem {
  readonly sheet?: string
  /** 1-based, as in spreadsheets; null if the whole file is concerned. */
  readonly row: number | null
  /** Column letters; null if a whole row is concerned. */
  readonly column: string | null
  readonly seen: string
  readonly detail: string
  readonly maybe?: string
  readonly correct?: Correction
}

/** An assumption made by the reader, which a mapping can correct. */
export interface ImportGuess {
  readonly sheet?: string
  readonly row: number | null
  readonly column: string | null
  readonly seen: string
  /** In words, such as "read as practice nurse". */
  readonly taken: string
  readonly correct?: Correction
}

/** Something recognised but deliberately not imported: totals, notes, colours, reasons for leave. */
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
  /** File type, such as "Excel workbook". */
  readonly file: string
  /** A sentence on how it was read. */
  readonly sentence: string
  readonly counts: Readonly<Record<string, number>>
  readonly guesses: readonly ImportGuess[]
  readonly notImported: readonly NotImported[]
}

export interface CountOfDay {
  readonly date: string
  readonly site: string | null
  readonly need: string | null
  /** The type's name in the file. */
  readonly type: string
  readonly contacts: number
}

export interface ImportResult {
  readonly people?: readonly RecordPerson[]
  /** For people with a rolling pattern. */
  readonly cycle?: NonNullable<NetworkRecord['cycle']>
  readonly leave?: readonly Leave[]
  readonly demand?: RecordDemand
  /** Daily counts: the input of `rota forecast`. */
  readonly series?: readonly CountOfDay[]
  readonly sites?: readonly { readonly id: string; readonly patients: number; readonly adjustedPatients?: number }[]
  readonly figures?: PublishedFigures
  readonly assignments?: readonly AssignmentDocument[]
}

export interface ImportAnswer {
  /** Null if the file wasn't recognised. */
  readonly understood: Understood | null
  readonly problems: readonly ImportProblem[]
  /** Present only if there are no problems. */
  readonly result?: ImportResult
}

/** Corrections made once by a network's users and applied to later imports. All words are in lower case. */
export interface ImportMapping {
  /** Role titles → role ids. */
  readonly roles?: Readonly<Record<string, string>>
  /** Words in grid cells → `off`, `leave`, a kind of work, or a site's id. */
  readonly words?: Readonly<Record<string, string>>
  /** Names in files → person ids; `-` means don't import. */
  readonly people?: Readonly<Record<string, string>>
  /** Appointment types → need ids; `-` means not demand. */
  readonly needs?: Readonly<Record<string, string>>
  /** Site names → site ids. */
  readonly sites?: Readonly<Record<string, string>>
}

export interface ImportContext {
  readonly today: string
  /** From the network's record; empty if there is none yet. */
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
  /** From the network's record. */
  readonly cycle?: NonNullable<NetworkRecord['cycle']>
  /** For dates without a year. */
  readonly year?: number
  /** For people without a role in the file. */
  readonly role?: string
  readonly site?: string
  /** Import only this week of a rota. */
  readonly week?: ImportWeek
}

export interface ImportWeek {
  readonly from: Day
  readonly until: Day
  /** The parts that correspond to half days; null if there is none. */
  readonly am: string | null
  readonly pm: string | null
}

/** The position of something in the file, and how to correct the way it is read. */
export interface Place extends Partial<Address> {
  readonly sheet?: string | null
  readonly correct?: Correction
}

/** Maximum number of rows listed, to keep the answer readable. */
const MOST = 200
const LONGEST = 80

/** Collects a reader's problems and guesses, in order. */
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

  /** Includes the result only if there are no problems. */
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
