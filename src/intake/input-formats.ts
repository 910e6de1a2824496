/** Every format in which a document can come in. */
import type { InputFormat } from './input-format.ts'
import { jsonDocument } from './json/json-document.ts'

/** The first is what a file without a known ending is taken for. */
export const INPUT_FORMATS: readonly InputFormat[] = [jsonDocument]

/** By the ending of a file's name; the first where no ending fits, as for standard input. */
export function inputFormatOf(file: string): InputFormat {
  return INPUT_FORMATS.find(({ ending }) => file.toLowerCase().endsWith(ending)) ?? jsonDocument
}
