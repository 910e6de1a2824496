/** Every format in which a document can come in. */
import type { InputFormat } from './input-format.ts'
import { jsonDocument } from './json/json-document.ts'

/** The first is what a file without a known ending is taken for. */
export const INPUT_FORMATS: readonly InputFormat[] = [jsonDocument]

/** By the file name's extension; the first if none matches, as for standard input. */
export function inputFormatOf(file: string): InputFormat {
  return INPUT_FORMATS.find(({ ending }) => file.toLowerCase().endsWith(ending)) ?? jsonDocument
}
