/** Something in a document that is valid but probably a mistake. */

export interface Remark {
  /** JSON Pointer (RFC 6901) into the document: the subject of the remark, or where something seems to be missing. */
  readonly pointer: string
  readonly detail: string
  /** What was probably meant, or how to resolve it. */
  readonly maybe?: string
}
