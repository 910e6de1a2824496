/**
 * What a call of the service is: one value, from which the router, the table of who may do what, the OpenAPI document, its page and the
 * typed client are made. A call that is not declared does not exist; one that does not say who may make it does not compile.
 */
import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { OutputFormat } from '../../src/output/output-format.ts'
import type { Permission } from '../access/permissions.ts'
import type { Deps } from '../deps.ts'
import type { Fields } from '../people/fields.ts'
import type { ProblemKind } from '../problems.ts'
import type { SentFile } from '../sent-file.ts'
import { orWithMore, rawOf, readAsked } from './read-asked.ts'
import type { Tag } from './tags.ts'

/** A part of the path. */
export interface Parameter {
  readonly does: string
  readonly schema: z.ZodType<string>
  readonly example: string | number
  /** What is thrown where the path has something else there. */
  otherwise(given: string, params: Readonly<Record<string, string>>): Error
}

export interface Header {
  readonly does: string
  /** Its message completes a sentence that starts with "The header NAME". */
  readonly schema: z.ZodType<string>
  readonly example?: string
}

/** A small body is read and checked before the handler sees it; a heavy one goes to a thread as bytes. A file is not JSON; it is stored on disk. */
export interface Body {
  readonly kind: 'small' | 'heavy' | 'file'
  readonly schema: z.ZodType
  readonly example: unknown
  /** Media types, as documented; default: `application/json`. All are read as JSON, but for a file: it must have one of them. */
  readonly types?: readonly string[]
}

export interface Answer {
  readonly does: string
  /** JSON of this schema; another media type if `type` says so; no body if both are omitted. */
  readonly schema?: z.ZodType
  readonly type?: string
  readonly headers?: Readonly<Record<string, Header>>
  readonly example?: unknown
  /** Formats in which it is available beside JSON, as the header `Accept` asks for. */
  readonly formats?: readonly OutputFormat[]
  /** Files that it may be instead of JSON. */
  readonly files?: readonly Pick<OutputFormat, 'mediaType' | 'does'>[]
  /** Of a stream of events: what their data is, by their names. */
  readonly events?: Readonly<Record<string, z.ZodType>>
}

/** What everybody but the router knows of a call. */
interface Told {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As OpenAPI writes it: `/v1/solves/{id}`. */
  readonly path: string
  /** What a client made from the document calls it. */
  readonly name: string
  readonly tag: Tag
  /** A line for lists. */
  readonly summary: string
  readonly description?: string
  readonly permission: Permission
  readonly params?: Readonly<Record<string, Parameter>>
  readonly query?: z.ZodObject
  readonly headers?: Readonly<Record<string, Header>>
  readonly body?: Body
  readonly answers: Readonly<Record<number, Answer>>
  /** Beside those that follow from the rest: see `problemsOf`. */
  readonly problems?: readonly ProblemKind[]
}

export interface Call extends Told {
  handler(deps: Deps): RequestHandler
}

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type BodyOf<B extends Body> = B extends { readonly kind: 'file' }
  ? SentFile
  : B extends { readonly kind: 'heavy' }
    ? Uint8Array
    : z.output<B['schema']>

/** What came with a call, each part as its schema has it. */
export interface Asked<Path extends string, Q extends z.ZodObject, H extends object, B extends Body> {
  readonly params: { readonly [N in NamesIn<Path>]: string }
  readonly query: z.output<Q>
  readonly headers: { readonly [N in keyof H]?: string }
  readonly body: BodyOf<B>
  readonly request: Request
}

interface Declared<Path extends string, Q extends z.ZodObject, H extends object, B extends Body> extends Told {
  readonly path: Path
  readonly query?: Q
  readonly headers?: H & Readonly<Record<string, Header>>
  readonly body?: B
  handle(deps: Deps): (asked: Asked<Path, Q, H, B>, response: Response) => void | Promise<void>
  /**
   * Where a part of the call is not what its schema says: what else is wrong with it, as `handle` would say, so that callers hear of
   * everything at once. Throws it, and changes nothing.
   */
  alsoWrong?(deps: Deps): (raw: Raw<Path>, response: Response) => Promise<void>
}

/** What came with a call, before anything but its path is known to be right. */
export interface Raw<Path extends string> {
  readonly params: { readonly [N in NamesIn<Path>]: string }
  readonly query: Fields
  readonly body: Fields
}

/** Every part of a path is declared. */
type Parts<Path extends string> = [NamesIn<Path>] extends [never]
  ? unknown
  : { readonly params: { readonly [N in NamesIn<Path>]: Parameter } }

/** Declares a call; its handler sees only what the schemas let through. */
export function call<
  const Path extends string,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  H extends object = Record<never, never>,
  const B extends Body = Body,
>(declared: Declared<Path, Q, H, B> & Parts<Path>): Call {
  const { handle, alsoWrong, ...told }: Declared<Path, Q, H, B> = declared
  return {
    ...told,
    handler: (deps) => {
      const answer = handle(deps)
      const more = alsoWrong?.(deps)
      // What has been read by the schemas of a call has their types.
      const read = (request: Request, response: Response) => readAsked(told, request, response) as Asked<Path, Q, H, B>
      if (more === undefined) return (request, response) => answer(read(request, response), response)
      return async (request, response) => {
        const raw = () => rawOf(told, request, response) as Raw<Path>
        await answer(
          await orWithMore(
            () => read(request, response),
            () => more(raw(), response),
          ),
          response,
        )
      }
    },
  }
}

/** Any call may be answered so. */
const ALWAYS: readonly ProblemKind[] = ['bad-request', 'too-often', 'wrong-host', 'our-fault', 'not-ready']

const OF_BODIES: Readonly<Record<Body['kind'], readonly ProblemKind[]>> = {
  small: ['not-json', 'too-large', 'wrong-content-type', 'invalid-input'],
  file: ['too-large', 'wrong-content-type', 'invalid-input', 'too-heavy', 'busy'],
  heavy: ['not-json', 'too-large', 'wrong-content-type', 'invalid-input', 'too-heavy', 'busy'],
}

/** Everything that can go wrong with a call: what its own declaration says, and what follows from its parts. */
export function problemsOf({
  permission,
  params,
  query,
  headers,
  body,
  answers,
  problems = [],
}: Told): readonly ProblemKind[] {
  const all: readonly ProblemKind[] = [
    ...ALWAYS,
    ...(permission.by === 'anybody' ? [] : (['not-signed-in', 'forbidden'] as const)),
    ...(params === undefined ? [] : (['not-found'] as const)),
    ...(query === undefined && headers === undefined ? [] : (['invalid-input'] as const)),
    ...(Object.values(answers).some(({ formats }) => formats !== undefined) ? (['not-acceptable'] as const) : []),
    ...(body === undefined ? [] : OF_BODIES[body.kind]),
    ...problems,
  ]
  return [...new Set(all)]
}
