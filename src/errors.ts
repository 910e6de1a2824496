/** The two things that are thrown: the caller's mistake, with every complaint at once, and our own. */

export interface Complaint {
  /** JSON Pointer (RFC 6901) into what was given; '' for all of it. */
  readonly pointer: string
  readonly detail: string
  /** What stood there, shortened. */
  readonly seen?: string
  /** What may help. */
  readonly maybe?: string
}

export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly complaints: readonly Complaint[]
  constructor(complaints: readonly Complaint[]) {
    super(complaints.map((c) => `${c.pointer || '/'}: ${c.detail}`).join('\n'))
    this.complaints = complaints
  }
}

/** Something that cannot be, if this code is right. */
export class Defect extends Error {
  override readonly name = 'Defect'
}
