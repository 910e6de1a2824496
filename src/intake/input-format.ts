/** Definition of an input format. To add one: a folder here with a file that exports it, and a line in `input-formats.ts`. */

export interface InputFormat {
  /** Name of its folder. */
  readonly name: string
  /** A short description of its contents. */
  readonly does: string
  /** Without parameters, such as `application/json`. */
  readonly mediaType: string
  /** File extension, with the dot. */
  readonly ending: string
  /** Parses a file's text into unvalidated data, which `readDocument` then checks. Throws a BadInput with every complaint. */
  read(text: string): unknown
}
