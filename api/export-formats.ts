/** Everything that can be exported of a week: files of its rota. */
import { ROTA_FORMATS } from '../src/output/output-formats.ts'

export interface ExportFormat {
  readonly name: string
  readonly does: string
  readonly mediaType: string
  /** What the file is called. */
  readonly file: string
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [...ROTA_FORMATS]

export function exportFormat(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.name === name)
}
