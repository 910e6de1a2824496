/** Reports as JSON, `report/1`: complete. */
import type { OutputFormat } from '../output-format.ts'

export const jsonReport: OutputFormat = {
  name: 'json',
  does: 'the whole report, for programs',
  mediaType: 'application/json',
  ending: '.json',
  write: (report) => `${JSON.stringify(report, null, 2)}\n`,
}
