/** Every format in which a rota can be written: what `--as` takes, what HTTP answers can be asked for, and the files of a rota. */
import { csvRota } from './csv/csv-rota.ts'
import { fhirRota } from './fhir/fhir-rota.ts'
import { htmlRota } from './html/html-rota.ts'
import { icsRota } from './ics/ics-rota.ts'
import { jsonReport } from './json/json-report.ts'
import type { OutputFormat, RotaFormat } from './output-format.ts'
import { pdfRota } from './pdf/pdf-rota.ts'
import { templatesRota } from './templates/templates-rota.ts'
import { textReport } from './text/text-report.ts'
import { xlsxRota } from './xlsx/xlsx-rota.ts'

/** Of a solve's whole report; what the header `Accept` chooses among. The first is the default. */
export const REPORT_FORMATS: readonly OutputFormat[] = [jsonReport, textReport]

/** Files of any rota, in the order in which people are offered them. */
export const ROTA_FORMATS: readonly RotaFormat[] = [
  xlsxRota,
  pdfRota,
  htmlRota,
  icsRota,
  csvRota,
  templatesRota,
  fhirRota,
]

export const OUTPUT_FORMATS: readonly OutputFormat[] = [...REPORT_FORMATS, ...ROTA_FORMATS]

export function outputFormat(name: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.find((format) => format.name === name)
}

/** By the ending of a file's name; of several that fit, the longest. */
export function outputFormatOf(file: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.filter(({ ending }) => file.toLowerCase().endsWith(ending))
    .sort((a, b) => a.ending.length - b.ending.length)
    .at(-1)
}
