/** What an input format is. Adding one: a folder here with one file that exports it, and a line in `input-formats.ts`. */

export interface InputFormat {
  /** Its folder. */
  readonly name: string
  /** What it holds, in a few words. */
  readonly does: string
  /** Without parameters: `application/json`. */
  readonly mediaType: string
  /** Of a file's name, with its dot. */
  readonly ending: string
  /** From a file's text to a document as data, which `readDocument` then checks. Throws a BadInput with every complaint. */
  read(text: string): unknown
}
