/** Errors: a caller's mistakes, reported all at once; our own defects; and cancelled work. */

/** One possible meaning of an ambiguous value. */
export interface Candidate {
  readonly id: string
  readonly name: string
  /** What tells it apart from the others: a person’s role and usual practice. Empty if only the id differs. */
  readonly tells: string
}

export interface Complaint {
  /** JSON Pointer (RFC 6901) into the input; '' for the whole input. */
  readonly pointer: string
  readonly detail: string
  /** The value found, shortened. */
  readonly seen?: string
  /** A suggested fix. */
  readonly maybe?: string
  /** If the value is ambiguous: every possible meaning. */
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

/** A bug in our own code: a state that should be impossible. */
export class Defect extends Error {
  override readonly name = 'Defect'
}

/** The work was cancelled before it produced a result. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  /** Partial answer as JSON, or null if it has no value to the caller. */
  readonly soFar: string | null

  constructor(message: string, soFar: string | null = null) {
    super(message)
    this.soFar = soFar
  }
}
