/** Reports in words and tables, for people. */
import type { OutputFormat, Page } from '../output-format.ts'
import { reportInWords } from './report-in-words.ts'

/** Of a text that goes into a file or a mail. */
const PLAIN: Page = { width: 120, colour: false }

export const textReport: OutputFormat = {
  name: 'text',
  does: 'words and tables, for people',
  mediaType: 'text/plain',
  ending: '.txt',
  write: (report, problem, page = PLAIN) => reportInWords(report, problem, page),
}
