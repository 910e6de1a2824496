/**
 * Declares an API call as one value, from which the router, the permission table, the OpenAPI document, its page and the typed
 * client are derived. Undeclared calls don't exist, and a declaration without a permission doesn't compile.
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

/** A path parameter. */
export interface Parameter {
  readonly does: string
  readonly schema: z.ZodType<string>
  readonly example: string | number
  /** The error for an invalid value. */
  otherwise(given: string, params: Readonly<Record<string, string>>): Error
}

export interface Header {
  readonly does: string
  /** Its error message completes a sentence starting with "The header NAME". */
  readonly schema: z.ZodType<string>
  readonly example?: string
}

/**
 * A small body is parsed and validated before the handler runs; a heavy one goes to a thread as bytes; a file isn't JSON and is
 * stored on disk.
 */
export interface Body {
  readonly kind: 'small' | 'heavy' | 'file'
  readonly schema: z.ZodType
  readonly example: unknown
  /** Documented media types; default: `application/json`. All are read as JSON, except that a file must have one of them. */
  readonly types?: readonly string[]
}

export interface Answer {
  readonly does: string
  /** JSON of this schema; another media type if `type` says so; no body if both are omitted. */
  readonly schema?: z.ZodType
  readonly type?: string
  readonly headers?: Readonly<Record<string, Header>>
  readonly example?: unknown
  /** Formats besides JSON, selected by `Accept`. */
  readonly formats?: readonly OutputFormat[]
  /** File formats that may be returned instead of JSON. */
  readonly files?: readonly Pick<OutputFormat, 'mediaType' | 'does'>[]
  /** For an event stream: schemas of event data, by event name. */
  readonly events?: Readonly<Record<string, z.ZodType>>
}

/** A call's declaration without its handler. */
interface Told {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** In OpenAPI notation: `/v1/solves/{id}`. */
  readonly path: string
  /** OpenAPI operation id, used by generated clients. */
  readonly name: string
  readonly tag: Tag
  /** One line, for lists. */
  readonly summary: string
  readonly description?: string
  readonly permission: Permission
  readonly params?: Readonly<Record<string, Parameter>>
  readonly query?: z.ZodObject
  readonly headers?: Readonly<Record<string, Header>>
  readonly body?: Body
  readonly answers: Readonly<Record<number, Answer>>
  /** In addition to those derived from the rest: see `problemsOf`. */
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

/** A call's input, each part parsed by its schema. */
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
   * Called if a part of the call doesn't match its schema: throws whatever else `handle` would find wrong, without changing
   * anything, so that callers get all errors at once.
   */
  alsoWrong?(deps: Deps): (raw: Raw<Path>, response: Response) => Promise<void>
}

/** A call's input when only its path has been validated. */
export interface Raw<Path extends string> {
  readonly params: { readonly [N in NamesIn<Path>]: string }
  readonly query: Fields
  readonly body: Fields
}

/** Requires a declaration for every path parameter. */
type Parts<Path extends string> = [NamesIn<Path>] extends [never]
  ? unknown
  : { readonly params: { readonly [N in NamesIn<Path>]: Parameter } }

/** Declares a call; its handler gets only validated input. */
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
      // The schemas guarantee these types.
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

/** Problems that any call may return. */
const ALWAYS: readonly ProblemKind[] = ['bad-request', 'too-often', 'wrong-host', 'our-fault', 'not-ready']

const OF_BODIES: Readonly<Record<Body['kind'], readonly ProblemKind[]>> = {
  small: ['not-json', 'too-large', 'wrong-content-type', 'invalid-input'],
  file: ['too-large', 'wrong-content-type', 'invalid-input', 'too-heavy', 'busy'],
  heavy: ['not-json', 'too-large', 'wrong-content-type', 'invalid-input', 'too-heavy', 'busy'],
}

/** All problems a call can return: those declared, and those implied by its parts. */
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
