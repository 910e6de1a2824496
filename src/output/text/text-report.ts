/** Reports in words and tables, for people to read. */
import type { OutputFormat, Page } from '../output-format.ts'
import { reportInWords } from './report-in-words.ts'

/** Defaults for text that goes into a file or an email. */
const PLAIN: Page = { width: 120, colour: false }

export const textReport: OutputFormat = {
  name: 'text',
  does: 'words and tables, for people',
  mediaType: 'text/plain',
  ending: '.txt',
  write: (report, problem, page = PLAIN) => reportInWords(report, problem, page),
}
