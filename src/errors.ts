/** Errors: the caller's mistakes, all of them at once; our own defects; and work stopped by somebody. */

/** One of several things that may have been meant. */
export interface Candidate {
  readonly id: string
  readonly name: string
  /** What distinguishes it from the others, in words: a person’s role and usual practice. Empty if only the id does. */
  readonly tells: string
}

export interface Complaint {
  /** JSON Pointer (RFC 6901) into what was given; '' for all of it. */
  readonly pointer: string
  readonly detail: string
  /** The value found, shortened. */
  readonly seen?: string
  /** What may help. */
  readonly maybe?: string
  /** Where several things fit: all of them, to choose from. */
  readonly candidates?: readonly Candidate[]
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

/** The work was stopped before there was anything to show. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  /** JSON of the answer as far as it was found, if that is worth anything. */
  readonly soFar: string | null

  constructor(message: string, soFar: string | null = null) {
    super(message)
    this.soFar = soFar
  }
}
