/** Reads what came with a call by the schemas of its declaration. */
import type { Request, Response } from 'express'
import type { z } from 'zod'
import { BadInput } from '../../src/errors.ts'
import { callNoted } from '../access/visit.ts'
import { bytesOf, readBody } from '../body.ts'
import { readAs } from '../contract.ts'
import { fileOf } from '../sent-file.ts'

interface Schemas {
  readonly params?: Readonly<
    Record<
      string,
      { readonly schema: z.ZodType<string>; otherwise(given: string, params: Readonly<Record<string, string>>): Error }
    >
  >
  readonly query?: z.ZodObject
  readonly headers?: Readonly<Record<string, { readonly schema: z.ZodType<string> }>>
  readonly body?: { readonly kind: 'small' | 'heavy' | 'file'; readonly schema: z.ZodType }
}

/** Throws what the first part that is wrong is answered with: the path, then headers, the query, the body. */
export function readAsked({ params, query, headers, body }: Schemas, request: Request, response: Response) {
  return {
    params: paramsIn(callNoted(response).params, params),
    headers: headersIn(request, headers),
    query: query === undefined ? {} : readAs(query, request.query),
    body: body === undefined ? undefined : bodyIn(request, body),
    request,
  }
}

function paramsIn(given: Readonly<Record<string, string>>, params: Schemas['params'] = {}) {
  const read = Object.entries(params).map(([name, { schema, otherwise }]) => {
    const text = given[name] ?? ''
    const value = schema.safeParse(text)
    if (!value.success) throw otherwise(text, given)
    return [name, value.data] as const
  })
  return Object.fromEntries(read)
}

function headersIn(request: Request, headers: Schemas['headers'] = {}): Readonly<Record<string, string>> {
  const read = Object.entries(headers).flatMap(([name, { schema }]) => {
    const given = request.headers[name.toLowerCase()]
    if (given === undefined) return []
    const value = schema.safeParse(given)
    if (value.success) return [[name, value.data] as const]
    const detail = `The header ${name} ${value.error.issues[0]?.message ?? 'cannot be read.'}`
    throw new BadInput([{ pointer: '', detail, seen: String(given).slice(0, 60) }])
  })
  return Object.fromEntries(read)
}

function bodyIn(request: Request, { kind, schema }: NonNullable<Schemas['body']>): unknown {
  if (kind === 'file') return fileOf(request)
  return kind === 'small' ? readAs(schema, readBody(request)) : bytesOf(request)
}
