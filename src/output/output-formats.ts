/** Every format in which a report can be written: what `--as` takes, and what HTTP answers can be asked for. */
import { jsonReport } from './json/json-report.ts'
import type { OutputFormat } from './output-format.ts'
import { textReport } from './text/text-report.ts'

/** The first is the default. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = [jsonReport, textReport]

export function outputFormat(name: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.find((format) => format.name === name)
}

/** By the ending of a file's name. */
export function outputFormatOf(file: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.find(({ ending }) => file.toLowerCase().endsWith(ending))
}
