/** The formats in which a week's rota can be exported. */
import { ROTA_FORMATS } from '../src/output/output-formats.ts'

export interface ExportFormat {
  readonly name: string
  readonly does: string
  readonly mediaType: string
  /** File name. */
  readonly file: string
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [...ROTA_FORMATS]

export function exportFormat(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.name === name)
}
