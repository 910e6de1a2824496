/** What a document says and is accepted, though it is probably not what was meant. */

export interface Remark {
  /** JSON Pointer (RFC 6901) into the document: what the remark is about, or where something seems to be missing. */
  readonly pointer: string
  readonly detail: string
  /** What was probably meant, or what would settle it. */
  readonly maybe?: string
}
