/** Reads request bodies: JSON, or files. */
import { type Request, type RequestHandler, raw } from 'express'
import { FILE_LIMITS } from '../src/intake/cells/file-limits.ts'
import { parseJson } from '../src/intake/json/parse-json.ts'
import { LIMITS } from '../src/policy.ts'
import { Refusal, refusingAs } from './problems.ts'
import { storeFile } from './sent-file.ts'

/** Rejects any type but JSON before reading the first byte, and stops reading if the body is too large. */
export const jsonBody: readonly RequestHandler[] = [requireJson, raw({ type: () => true, limit: LIMITS.bytes })]

/** Rejects other media types before reading the first byte; writes the body to disk. */
export function fileBody(types: readonly string[]): readonly RequestHandler[] {
  const requireType: RequestHandler = (request, _, next) => {
    const given = request.headers['content-type']
    const type = (given ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!types.includes(type)) {
      const detail = `The content type must be one of ${types.join(', ')}.`
      const seen = given === undefined ? 'none' : given.slice(0, 60)
      throw new Refusal('wrong-content-type', { complaints: [{ pointer: '', detail, seen }] })
    }
    next()
  }
  return [requireType, storeFile({ most: FILE_LIMITS.textBytes })]
}

function requireJson(request: Request, _: unknown, next: () => void): void {
  const given = request.headers['content-type']
  const [, type = '', charset = 'utf-8'] = /^\s*([^;\s]+)\s*(?:;.*charset="?([^;"\s]+))?/i.exec(given ?? '') ?? []
  if (!/^application\/(?:[\w.+-]+\+)?json$/i.test(type) || charset.toLowerCase() !== 'utf-8') {
    throw new Refusal('wrong-content-type', {
      complaints: [
        {
          pointer: '',
          detail: 'The content type must be application/json.',
          seen: given === undefined ? 'none' : given.slice(0, 60),
        },
      ],
    })
  }
  next()
}

const read = new WeakMap<object, { readonly value: unknown }>()

/** Parses a small body that `jsonBody` has read. Documents and rotas are parsed at the desk. */
export function readBody(request: Pick<Request, 'body'>): unknown {
  const known = read.get(request)
  if (known !== undefined) return known.value
  const value = parseBody(bytesOf(request))
  read.set(request, { value })
  return value
}

/** Copies the bytes of a body that has been read into their own buffer, so that it can be transferred to a thread. */
export function bytesOf({ body }: Pick<Request, 'body'>): Uint8Array {
  return Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()
}

/** Parses bytes as JSON. */
export function parseBody(bytes: Uint8Array): unknown {
  return refusingAs('not-json', () => parseJson(textOf(bytes)))
}

/** Decodes a body as text. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('not-json', { complaints: [{ pointer: '', detail: 'The body is not UTF-8 text.' }] })
  }
}
