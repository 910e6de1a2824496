/** Parses a call's input with the schemas of its declaration. */
import type { Request, Response } from 'express'
import type { z } from 'zod'
import { BadInput, type Complaint } from '../../src/errors.ts'
import { callNoted } from '../access/visit.ts'
import { bytesOf, readBody } from '../body.ts'
import { readAs } from '../contract.ts'
import { type Fields, fieldsOf } from '../people/fields.ts'
import { Refusal } from '../problems.ts'
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

/** Throws at once if the path is invalid; otherwise with all errors of headers, query and body. */
export function readAsked({ params, query, headers, body }: Schemas, request: Request, response: Response) {
  const path = paramsIn(callNoted(response).params, params)
  const complaints: Complaint[] = []
  const read = <T>(part: () => T): T | undefined => {
    try {
      return part()
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      complaints.push(...error.complaints)
      return undefined
    }
  }
  const asked = {
    params: path,
    headers: read(() => headersIn(request, headers)),
    query: read(() => (query === undefined ? {} : readAs(query, request.query))),
    body: read(() => (body === undefined ? undefined : bodyIn(request, body))),
    request,
  }
  if (complaints.length > 0) throw new BadInput(complaints)
  return asked
}

/** The unvalidated input of a call whose path is valid. */
export function rawOf({ params, body }: Schemas, request: Request, response: Response) {
  return {
    params: paramsIn(callNoted(response).params, params),
    query: storable(fieldsOf(request.query)),
    body: body?.kind === 'small' ? storable(fieldsOf(readBody(request))) : {},
  }
}

/** Drops strings containing U+0000, which PostgreSQL can neither store nor search for. */
function storable(fields: Fields): Fields {
  const isKept = (value: unknown) => typeof value !== 'string' || !value.includes('\0')
  return fieldsOf(JSON.parse(JSON.stringify(fields), (_, value: unknown) => (isKept(value) ? value : undefined)))
}

/** Runs `read`; if it complains, adds the complaints of `more`, except about places already complained of. */
export async function orWithMore<T>(read: () => T, more: () => Promise<void>): Promise<T> {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const known = error.complaints
    const isKnown = ({ pointer }: Complaint) =>
      known.some((one) => one.pointer === pointer || (one.pointer !== '' && pointer.startsWith(`${one.pointer}/`)))
    throw new BadInput([...known, ...(await complaintsOf(more)).filter((one) => !isKnown(one))])
  }
}

/** None if the call is refused for other reasons: errors in the call itself come first. */
async function complaintsOf(work: () => Promise<void>): Promise<readonly Complaint[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    if (error instanceof Refusal) return []
    throw error
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
  const complaints: Complaint[] = []
  const read = Object.entries(headers).flatMap(([name, { schema }]) => {
    const given = request.headers[name.toLowerCase()]
    if (given === undefined) return []
    const value = schema.safeParse(given)
    if (value.success) return [[name, value.data] as const]
    const detail = `The header ${name} ${value.error.issues[0]?.message ?? 'cannot be read.'}`
    complaints.push({ pointer: '', detail, seen: String(given).slice(0, 60) })
    return []
  })
  if (complaints.length > 0) throw new BadInput(complaints)
  return Object.fromEntries(read)
}

function bodyIn(request: Request, { kind, schema }: NonNullable<Schemas['body']>): unknown {
  if (kind === 'file') return fileOf(request)
  return kind === 'small' ? readAs(schema, readBody(request)) : bytesOf(request)
}
