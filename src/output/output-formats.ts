/** Every output format: the values of `--as`, the media types offered over HTTP, and the files a rota can be exported to. */
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

/** Formats of a solve's full report, negotiated by the `Accept` header. The first is the default. */
export const REPORT_FORMATS: readonly OutputFormat[] = [jsonReport, textReport]

/** Export formats for any rota, in the order they are offered. */
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

/** By file extension; if several match, the longest wins. */
export function outputFormatOf(file: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.filter(({ ending }) => file.toLowerCase().endsWith(ending))
    .sort((a, b) => a.ending.length - b.ending.length)
    .at(-1)
}
