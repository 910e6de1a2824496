/** What an output format is. Adding one: a folder here with one file that exports it, and a line in `output-formats.ts`. */
import type { Problem } from '../problem.ts'
import type { Report, RotaReport } from '../report.ts'

/** Which rota a file is of, where that is known. */
export interface Edition {
  /** Its number within the week. */
  readonly version: number
  /** When it was made or, if it is published, published: `2026-11-27T16:05:00.000Z`. */
  readonly at: string
  readonly isPublished: boolean
}

/** How much is written, and how wide; formats for programs ignore it. */
export interface Page {
  /** Characters in a line. */
  readonly width: number
  readonly colour: boolean
  /** Print everything in the report instead of saying "and N more". */
  readonly all?: boolean
  /** Id of a site: only its own page, to be put up on its wall. */
  readonly site?: string
  readonly edition?: Edition
}

export type Written = string | Uint8Array

export interface OutputFormat {
  /** Its folder, and the word after `--as`. */
  readonly name: string
  /** What it is good for, in a few words. */
  readonly does: string
  /** Without parameters: `text/plain`. */
  readonly mediaType: string
  /** Of a file's name, with its dot. */
  readonly ending: string
  write(report: Report, problem: Problem, page?: Page): Written | Promise<Written>
}

/** A file that can be made of any rota, also of one that nobody solved. */
export interface RotaFormat extends OutputFormat {
  /** What a rota's file is called: `rota.xlsx`. */
  readonly file: string
  write(report: RotaReport, problem: Problem, page?: Page): Written | Promise<Written>
}
