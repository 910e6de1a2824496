/** What a call of the service is, as far as its callers need to know. */
import type { z } from 'zod'
import type { ProblemKind } from '../problems.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'header' | 'path'
  readonly does: string
  readonly pattern?: string
}

export interface Answer {
  readonly does: string
  /** JSON of this schema; another content type where `type` says so; nothing where both are left out. */
  readonly schema?: z.ZodType
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Call {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** As OpenAPI writes it: `/v1/solves/{id}`. */
  readonly path: string
  /** What a client made from the document calls it. */
  readonly name: string
  readonly does: string
  readonly parameters?: readonly Parameter[]
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answers: Readonly<Record<number, Answer>>
  readonly problems: readonly ProblemKind[]
}

/** Any call may be answered so. */
export const ALWAYS: readonly ProblemKind[] = ['bad-request', 'too-often', 'wrong-host', 'our-fault', 'not-ready']
/** What is wrong with a body. */
export const SENDING: readonly ProblemKind[] = ['not-json', 'too-large', 'wrong-content-type', 'invalid-input']

/** What can be wrong with a document or a rota: it may be too much to be read, and too many may come at once. */
export const READING: readonly ProblemKind[] = [...SENDING, 'too-heavy', 'busy']

export const UUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
