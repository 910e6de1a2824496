/** Every error of a call as application/problem+json (RFC 9457): one table, one mapper. */
import type { ErrorRequestHandler, Response } from 'express'
import { BadInput, type Complaint } from '../src/errors.ts'
import { whyAway } from './store/away.ts'

/** Problem types. Their names are part of the API contract: callers act on them. */
export const PROBLEMS = {
  'invalid-input': { status: 422, title: 'The input is not valid.' },
  'not-json': { status: 400, title: 'The body is not valid JSON.' },
  'bad-request': { status: 400, title: 'The request cannot be read.' },
  'wrong-content-type': {
    status: 415,
    title: 'The body must be of a content type that this call reads: JSON in UTF-8, unless it takes files.',
  },
  'too-large': { status: 413, title: 'The body is too large.' },
  'too-much-at-once': { status: 422, title: 'The week is too large to solve in one call.' },
  'too-heavy': { status: 422, title: 'This takes more than one call may use.' },
  'not-signed-in': { status: 401, title: 'Authentication is required: sign in, or send a valid key.' },
  forbidden: { status: 403, title: 'You do not have permission to do this.' },
  'not-found': { status: 404, title: 'Not found.' },
  'wrong-method': { status: 405, title: 'This method is not allowed here.' },
  'not-acceptable': { status: 406, title: 'This is not available in a format that you accept.' },
  'changed-since': { status: 412, title: 'Somebody has changed this since you last read it.' },
  'say-which': { status: 428, title: 'State which version you have read, so that nobody’s changes are lost.' },
  'not-to-be-published': { status: 409, title: 'This cannot be published.' },
  'not-allowed': { status: 409, title: 'The rules do not allow this.' },
  settled: { status: 409, title: 'This has already been decided.' },
  'in-use': { status: 409, title: 'This is still in use.' },
  'too-many': { status: 409, title: 'The maximum number of these has been reached.' },
  'still-solving': { status: 409, title: 'A running solve still needs this.' },
  'key-of-another': { status: 422, title: 'This idempotency key was used for a different document.' },
  'too-often': { status: 429, title: 'Too many calls in a short time.' },
  'wrong-host': { status: 421, title: 'This service does not answer to this host name.' },
  busy: { status: 503, title: 'The service is busy.' },
  'not-ready': { status: 503, title: 'The service is temporarily unavailable.' },
  'our-fault': { status: 500, title: 'Internal error.' },
} as const

export type ProblemKind = keyof typeof PROBLEMS

/** The response body. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly errors?: readonly Complaint[]
}

/** Refuses a call for reasons other than the content of its document. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: ProblemKind
  readonly complaints: readonly Complaint[]
  /** Response headers, such as `Allow` or `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>

  constructor(
    kind: ProblemKind,
    more: { complaints?: readonly Complaint[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(PROBLEMS[kind].title)
    this.kind = kind
    this.complaints = more.complaints ?? []
    this.headers = more.headers ?? {}
  }
}

/** Runs `work`, turning a BadInput into a problem of this kind. */
export function refusingAs<T>(kind: ProblemKind, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BadInput) throw new Refusal(kind, { complaints: error.complaints })
    throw error
  }
}

export function problemBody(kind: ProblemKind, complaints: readonly Complaint[] = []): ProblemBody {
  const { status, title } = PROBLEMS[kind]
  return {
    type: `urn:problem-type:rota:${kind}`,
    title,
    status,
    ...(complaints.length > 0 ? { errors: complaints } : {}),
  }
}

/** The one mapper. `log` receives internal errors; the caller only learns that one occurred. */
export function problemHandler(log: (error: unknown) => void): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      log(error)
      next(error)
      return
    }
    const { kind, complaints, headers } = refusalOf(error)
    if (PROBLEMS[kind].status >= 500 && !(error instanceof Refusal)) log(error)
    response.set(headers)
    sendProblem(response, problemBody(kind, complaints))
  }
}

function sendProblem(response: Response, body: ProblemBody): void {
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body))
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof BadInput) return new Refusal('invalid-input', { complaints: error.complaints })
  const away = whyAway(error)
  if (away !== null)
    return new Refusal('not-ready', { complaints: [{ pointer: '', detail: away }], headers: { 'Retry-After': '5' } })
  switch (statusOf(error)) {
    case 413:
      return new Refusal('too-large')
    case 415:
      return new Refusal('wrong-content-type')
    case 400:
      return new Refusal('bad-request')
    default:
      return new Refusal('our-fault')
  }
}

/** Express and its body parser give client errors a status. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null
}
