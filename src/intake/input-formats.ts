/** Every input format for documents. */
import type { InputFormat } from './input-format.ts'
import { jsonDocument } from './json/json-document.ts'

/** The first is the default for files with an unknown extension. */
export const INPUT_FORMATS: readonly InputFormat[] = [jsonDocument]

/** By the file name's extension; the first if none matches, as for standard input. */
export function inputFormatOf(file: string): InputFormat {
  return INPUT_FORMATS.find(({ ending }) => file.toLowerCase().endsWith(ending)) ?? jsonDocument
}
