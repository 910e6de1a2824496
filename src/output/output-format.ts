/** What an output format is. Adding one: a folder here with one file that exports it, and a line in `output-formats.ts`. */
import type { Problem } from '../problem.ts'
import type { Report } from '../report.ts'

/** How much is written, and how wide; formats for programs ignore it. */
export interface Page {
  /** Characters in a line. */
  readonly width: number
  readonly colour: boolean
  /** Print everything in the report instead of saying "and N more". */
  readonly all?: boolean
  /** Id of a site: only its own page, to be put up on its wall. */
  readonly site?: string
}

export interface OutputFormat {
  /** Its folder, and the word after `--as`. */
  readonly name: string
  /** What it is good for, in a few words. */
  readonly does: string
  /** Without parameters: `text/plain`. */
  readonly mediaType: string
  /** Of a file's name, with its dot. */
  readonly ending: string
  write(report: Report, problem: Problem, page?: Page): string | Uint8Array
}
