/** Definition of an output format. To add one: a folder here with a file that exports it, and a line in `output-formats.ts`. */
import type { Problem } from '../problem.ts'
import type { Report, RotaReport } from '../report.ts'

/** Which rota a file contains, if known. */
export interface Edition {
  /** Version number within the week. */
  readonly version: number
  /** When it was published or, if it isn't published, made: `2026-11-27T16:05:00.000Z`. */
  readonly at: string
  readonly isPublished: boolean
}

/** Level of detail and line width; ignored by machine-readable formats. */
export interface Page {
  /** Characters per line. */
  readonly width: number
  readonly colour: boolean
  /** Print everything in the report instead of "and N more". */
  readonly all?: boolean
  /** Id of a site: print only that site's page, for its wall. */
  readonly site?: string
  readonly edition?: Edition
}

export type Written = string | Uint8Array

export interface OutputFormat {
  /** Also the name of its folder and the value of `--as`. */
  readonly name: string
  /** A short description of its use. */
  readonly does: string
  /** Without parameters, such as `text/plain`. */
  readonly mediaType: string
  /** File extension, with the dot. */
  readonly ending: string
  write(report: Report, problem: Problem, page?: Page): Written | Promise<Written>
}

/** A format that can be written for any rota, including one that wasn't solved here. */
export interface RotaFormat extends OutputFormat {
  /** Default file name, such as `rota.xlsx`. */
  readonly file: string
  write(report: RotaReport, problem: Problem, page?: Page): Written | Promise<Written>
}
